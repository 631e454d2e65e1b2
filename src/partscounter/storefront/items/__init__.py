"""The page of one item, and asking its seller about it."""
