"""The five contracts, one folder each; none of them knows another."""
