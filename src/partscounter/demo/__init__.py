"""The demo world: made-up data in which every request printed in the five documents works."""
