"""The cart, and ordering what is in it."""
