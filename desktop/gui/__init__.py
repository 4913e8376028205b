"""The window: the only rooms that know Qt and pyqtgraph (floor 4). Start at `gui.application`."""
