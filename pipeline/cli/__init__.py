"""The command line: parses, calls one plain function, prints, exits. Nothing else in the package prints or exits."""

from __future__ import annotations

import io
import os
import sys

from pipeline.cli.text import printable
from pipeline.errors import ConfigError

EXIT_BAD_ARGUMENTS = 2
EXIT_STOPPED_BY_SYSTEM = 3  # a full disk, a folder taken away: what is done is kept
EXIT_INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


def main() -> None:
    """Run the command line; whatever ends it early is told in sentences, never as a traceback of ours."""
    _show_what_the_terminal_cannot()
    try:
        from pipeline.cli.commands import app  # here, because Ctrl-C may come while libraries load

        app()
    except ConfigError as error:
        for problem in error.problems:
            print(f"error: {printable(str(problem))}", file=sys.stderr)
        sys.exit(EXIT_BAD_ARGUMENTS)
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; point standard output away so that closing it is silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where = f": {printable(str(error.filename))}" if error.filename else ""
        print(
            f"error: {error.strerror or error}{where}. Mend this and run again; what is done is kept.", file=sys.stderr
        )
        sys.exit(EXIT_STOPPED_BY_SYSTEM)


def _show_what_the_terminal_cannot() -> None:
    """Let names in scripts that the terminal's encoding lacks appear as escapes instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def __getattr__(name: str) -> object:
    """Load the app where somebody asks for it: `from pipeline.cli import app`."""
    if name == "app":
        from pipeline.cli.commands import app

        return app
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["main"]
