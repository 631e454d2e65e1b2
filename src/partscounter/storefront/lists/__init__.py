"""Lists of parts that somebody keeps to order them again."""
