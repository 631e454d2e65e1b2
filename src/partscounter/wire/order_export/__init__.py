"""eCat JSON batch order export v2: orders are pulled, marked received, read one by one, and entered."""
