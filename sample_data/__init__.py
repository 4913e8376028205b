"""True published figures in the offices' own layouts, and the script that builds them."""
