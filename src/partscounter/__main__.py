"""`python -m partscounter` is the `partscounter` command."""

from partscounter.cli import main

if __name__ == "__main__":
    main()
