"""The page of the balance."""
