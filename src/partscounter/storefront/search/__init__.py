"""The front page of the shop: finding parts."""
