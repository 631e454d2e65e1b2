"""Order Tracking v3: dealers' systems post what became of orders; and the token endpoint of both CAT contracts."""
