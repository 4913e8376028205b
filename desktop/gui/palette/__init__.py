"""Finding one's way: what can be found, what was looked at, links, the keys for it all."""
