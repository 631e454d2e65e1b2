"""What customers wait for: requested parts and saved searches."""
