"""Units on back order: the dates promised for them, whether those were kept, and the stock that arrives for them."""
