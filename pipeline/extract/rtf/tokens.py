"""Rich text as tokens: braces, control words, escaped bytes and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pipeline.errors import LimitExceeded

Kind = Literal["open", "close", "word", "symbol", "hex", "text"]

# The lengths are the standard's; what is longer is no control word.
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>\r\n|[^A-Za-z])"
    rb"|(?P<open>\{)|(?P<close>\})"
    rb"|(?P<text>[^\\{}\r\n\x00]+)"
    rb"|[\r\n\x00]+|\\",
    re.DOTALL,
)
_BRACE = re.compile(rb"\\bin([0-9]{1,10})[ ]?|\\.|[{}]", re.DOTALL)


class Token(NamedTuple):
    """One token: `value` is a word, a symbol or text; `number` is what follows a word."""

    kind: Kind
    value: bytes
    number: int | None


@dataclass(slots=True)
class Tokens:
    """Yields the tokens of rich text; `skip_group` leaves out the rest of the group that is open.

    Pictures and other bytes that are skipped cost nothing; what is read is held against the limit for text.
    """

    data: bytes
    limit: int
    place: int = 0
    _spent: int = 0

    def __iter__(self) -> Iterator[Token]:
        """Yield token after token from the place that is reached."""
        while (match := _TOKEN.match(self.data, self.place)) is not None:
            self.place = match.end()
            self._spend(match.end() - match.start())
            kind = match.lastgroup
            if kind == "number":
                number = int(match["number"])
                if match["word"] == b"bin":
                    # Bytes as they are, which may look like anything.
                    self.place += max(number, 0)
                else:
                    yield Token("word", match["word"], number)
            elif kind is not None:
                yield Token(kind, match[kind], None)  # type: ignore[arg-type]

    def skip_group(self) -> None:
        """Go to the brace that closes the open group, which is the next token then."""
        depth = 0
        while (match := _BRACE.search(self.data, self.place)) is not None:
            found = match[0]
            self._spend(len(found))
            if found == b"}" and depth == 0:
                self.place = match.start()
                return
            self.place = match.end() + (int(match[1]) if match[1] else 0)
            depth += (found == b"{") - (found == b"}")
        self.place = len(self.data)

    def _spend(self, count: int) -> None:
        self._spent += count
        if self._spent > self.limit:
            raise LimitExceeded(
                f"The rich text holds more than {self.limit:,} bytes of text, the limit for text.",
                hint="Split it, or raise extract.max_text_bytes in a file given with --config.",
            )
