"""Keyloop Parts Orders 1.0.0 as a door: place a parts order with a store and read it back."""
