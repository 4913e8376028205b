"""What can be done with any chart: copy, save, print, zoom, note an event."""
