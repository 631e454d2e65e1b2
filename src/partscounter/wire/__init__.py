"""The five contracts and our own for stock, one folder each; none of them knows another."""
