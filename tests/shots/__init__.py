"""Pictures of every page, in both languages, both themes and two sizes: `make shots`."""
