"""The page of sectors."""
