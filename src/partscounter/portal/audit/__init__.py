"""The event log for people: who did what, when, by which door, and on what."""
