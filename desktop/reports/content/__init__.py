"""What a report says, computed once; Excel, Word, slides, PDF and preview only render it."""
