"""Stock as its dealer works with it: finding items, putting them right, counting, retiring, adding."""
