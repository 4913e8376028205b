"""Early warnings in the window: the card on the overview, and the dialog with their evidence."""
