"""What can be found by its names, how it is searched, and names offered while one types."""
