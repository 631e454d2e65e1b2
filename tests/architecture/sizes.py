"""Advice, not a rule: the files over the aim of 100 lines, longest first. `make sizes` prints them."""

import sys

from tests.architecture.rules.files import python_files

AIM = 100


def main() -> None:
    """Print one line for each file over the aim."""
    files = sorted(python_files(), key=lambda file: -file.line_count)
    over = [file for file in files if file.line_count > AIM]
    for file in over:
        sys.stdout.write(f"{file.line_count:5} {file.path}\n")
    sys.stdout.write(f"{len(over)} of {len(files)} files are over {AIM} lines\n")


if __name__ == "__main__":
    main()
