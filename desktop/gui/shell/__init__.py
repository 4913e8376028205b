"""The window around the pages: rail, header, choosers, footer, notices, progress."""
