"""An office's archive grown large: its pages, an import, and many desks at once, on a server."""
