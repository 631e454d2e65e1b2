"""What a customer has ordered: how far it is, and sending it back."""
