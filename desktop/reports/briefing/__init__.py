"""The briefing page as a Word document: sentences, tables, and charts that can be edited."""
