"""Fuzzing: real workbooks spoilt in every way we can think of, read and imported for real."""
