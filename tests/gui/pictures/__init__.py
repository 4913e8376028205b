"""Approved pictures of the pages, and what compares the pages with them."""
