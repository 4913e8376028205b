"""A report on pages: what the preview shows, painted into a PDF."""
