"""The summary as an Excel workbook: live formulas with their values, native charts."""
