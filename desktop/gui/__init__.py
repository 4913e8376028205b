"""The window: the only rooms that know Qt and pyqtgraph (floor 4). Start at `gui.application`."""

from desktop.gui import unread

unread.leave_unread()
