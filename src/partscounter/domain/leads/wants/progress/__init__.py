"""How far into the event log wants have been looked for."""
