"""Where numbers come from, in the window: asked for on a number, told as a tree of cells."""
