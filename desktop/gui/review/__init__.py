"""The review of returns before they are written."""
