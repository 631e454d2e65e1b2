"""The operations of the order export, one to a module."""
