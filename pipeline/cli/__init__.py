"""The command line: parses, calls one plain function, prints, exits. Nothing else in the package prints or exits."""

from __future__ import annotations

import os
import sys

from pipeline.cli.app import app
from pipeline.errors import ConfigError

EXIT_BAD_ARGUMENTS = 2


def main() -> None:
    """Run the command line; a faulty configuration ends with exit code 2 and every fault in a line of its own."""
    try:
        app()
    except ConfigError as error:
        for problem in error.problems:
            print(f"error: {problem}", file=sys.stderr)
        sys.exit(EXIT_BAD_ARGUMENTS)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; point standard output away so that closing it is silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


__all__ = ["app", "main"]
