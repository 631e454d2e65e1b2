"""Files that are handed in: planned first, then carried out, and undone if that was a mistake."""
