"""The vocabulary: months, series, figures, targets, findings, catalogues, wording (floor 0)."""
