"""Pieces that know no business word: money, clock, ids, actors, events, refusals."""
