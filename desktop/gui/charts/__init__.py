"""The charts: pyqtgraph dressed in the house's tokens."""
