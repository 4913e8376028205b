"""The page of export: what a report is written as, how it will look, and when it was last sent."""
