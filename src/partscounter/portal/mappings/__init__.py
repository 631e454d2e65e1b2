"""The mapping bench: what API users call things, how well that fits the catalogue, and the trade's aliases."""
