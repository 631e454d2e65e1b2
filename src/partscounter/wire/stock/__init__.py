"""Stock, our own contract: a dealer's system changes its items here, one at a time or in a stream."""
