"""A report as one page of plain HTML with drawn charts: the window previews it and prints it."""
