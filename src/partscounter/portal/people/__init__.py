"""Who may sign in: accounts, their roles and dealers, their sessions and second factors."""
