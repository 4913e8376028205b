"""What every page is narrowed to: the chips, and what each page says of them."""
