"""The corpus: real returns beside the checkout, read as an official reads them, and scored."""
