"""Export Target Tracker: monthly trade returns in, progress against the year's target out."""

__version__ = "0.1.0"
