"""Who may use which door: credentials, their secrets and limits, and what they asked."""
