"""The page of returns received: list, undo, drop area."""
