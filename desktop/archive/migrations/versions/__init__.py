"""One step per released schema; a step is never edited once an archive may have taken it."""
