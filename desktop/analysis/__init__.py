"""What the figures say: pace, growth, contribution. No file, no window, no database, no clock."""
