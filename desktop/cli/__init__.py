"""The same errands from a terminal (floor 5)."""
