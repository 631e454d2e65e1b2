"""What workers do: one file per job kind."""
