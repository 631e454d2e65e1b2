"""One module for each step, drafted by `make migration name=0002_what_it_does` and then read by a person."""
