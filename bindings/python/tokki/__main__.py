"""The command `tokki`, which comes as a program of its own."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Become the program."""
    program = Path(__file__).parent / "bin" / "tokki"
    os.execv(program, ["tokki", *sys.argv[1:]])  # our own program, no shell  # noqa: S606


if __name__ == "__main__":
    main()
