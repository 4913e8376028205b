"""Scenarios in the window: the errand, the bar above the outlook, the editor, the tables."""
