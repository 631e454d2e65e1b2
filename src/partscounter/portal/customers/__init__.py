"""Customers: who they are, what they bought, what they see, and how they are written to."""
