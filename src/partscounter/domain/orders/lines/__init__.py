"""Order lines as rows: reading the lines of orders, and saving where their units are."""
