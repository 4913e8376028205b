"""Builds the sample workbooks from the published figures in ``sample_data/facts``."""
