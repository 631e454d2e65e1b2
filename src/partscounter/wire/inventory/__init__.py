"""HeavyTruckParts.net inventory: search, details, lists, sales documents."""
