"""A typed client for the five contracts."""
