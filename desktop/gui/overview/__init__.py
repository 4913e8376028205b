"""The overview page: cards, charts, contributions."""
