"""The tour of five steps: what a newcomer needs to know, shown where it is."""
