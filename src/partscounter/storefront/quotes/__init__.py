"""Quotes as those see them to whom they are made."""
