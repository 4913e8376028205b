"""The outlook in the window: the errand, the page, its charts and tables."""
