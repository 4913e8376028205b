"""Finding one's way: what was looked at, links, the keys for it all."""
