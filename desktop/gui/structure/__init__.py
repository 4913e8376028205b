"""What the pages on structure share: drawn rankings, maps, heat, and what is focused on."""
