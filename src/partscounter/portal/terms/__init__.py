"""Templates: what they make of the stock, who has which, and the rules that assign them."""
