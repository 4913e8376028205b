"""A summary goes out: sentences and Excel. The only rooms that write documents (floor 2)."""
