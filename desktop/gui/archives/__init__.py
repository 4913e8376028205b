"""Which archive the window stands on, and the way to another."""
