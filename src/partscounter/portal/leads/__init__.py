"""Leads and wants: what people asked for, who waits for what, and what was lost or recovered."""
