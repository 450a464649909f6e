"""Rich text read token by token, groups inheriting from the groups around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from pipeline.content import Block
from pipeline.errors import LimitExceeded
from pipeline.extract.marks import without_strays
from pipeline.extract.rtf.charsets import Charsets
from pipeline.extract.rtf.flow import Flow, FlowKind
from pipeline.extract.rtf.notes import Notes
from pipeline.extract.rtf.sheets import Sheets
from pipeline.extract.rtf.state import State
from pipeline.extract.rtf.tokens import Token, Tokens
from pipeline.extract.rtf.words import (
    ENDING_SYMBOLS,
    FLOWS,
    KNOWN,
    PARAGRAPH_ENDS,
    SIGNS,
    SKIPPED,
    SYMBOLS,
    UNREAD,
)  # fmt: skip

# Word itself stops far below; nothing that people write comes near.
_DEEPEST_GROUP = 2_000
_UNICODE = 0x10000
_BEYOND_ASCII = 0x80
_OBJECT_SIGN = "\ufffc"  # where something that is no text stands
_PRIVATE = range(0xF020, 0xF100)


@dataclass(slots=True)
class Reader:
    """Reads one document; ask `read` once and take what was found from the fields."""

    tokens: Tokens
    is_utf8: bool = False  # bytes beyond ASCII that are not escaped, as programs that know no better write them
    notes: Notes = field(default_factory=Notes)
    sheets: Sheets = field(default_factory=Sheets)
    charsets: Charsets = field(default_factory=Charsets)
    warnings: set[str] = field(default_factory=set)
    furniture: dict[FlowKind, list[str]] = field(default_factory=dict)
    comments: int = 0
    deleted: int = 0
    _is_deleting: bool = False
    _state: State = field(default_factory=lambda: State(Flow()))
    _stack: list[State] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _to_skip: int = 0  # characters that stand in for one that older programs cannot print
    _is_starred: bool = False
    _default_font: int = 0

    def read(self) -> list[Block]:
        """Read to the end of the document or of the file; what was not closed is closed."""
        body = self._state.flow
        last_paragraph = self.tokens.data.rfind(b"\\par")
        handlers: dict[str, Callable[[Token], None]] = {
            "open": self._open, "close": self._close, "word": self._word, "symbol": self._symbol, "hex": self._hex,
            "text": self._text,
        }  # fmt: skip
        for token in self.tokens:
            handlers[token.kind](token)
            if token.kind == "close" and not self._stack:
                if self.tokens.place > last_paragraph:
                    break
                # A brace too many, or one lost before: what follows is the document still.
                self.warnings.add("repaired")
        if self._stack:
            self.warnings.add("repaired")
        while self._stack:
            self._close(None)
        self._flush()
        self._end_rest(body)
        return body.blocks()

    def _open(self, _token: Token) -> None:
        self._flush()
        self._to_skip, self._is_starred = 0, False
        if len(self._stack) >= _DEEPEST_GROUP:
            raise LimitExceeded(
                f"The rich text nests groups more than {_DEEPEST_GROUP:,} deep.",
                hint="Open it in Word and save it again.",
            )
        self._stack.append(self._state)
        self._state = self._state.copy()

    def _close(self, _token: Token | None) -> None:
        self._flush()
        self._to_skip, self._is_starred = 0, False
        if not self._stack:
            return
        ended, self._state = self._state, self._stack.pop()
        if ended.flow is not self._state.flow:
            self._end_flow(ended)
        elif ended.sink == "style":
            self.sheets.end_style()

    def _end_flow(self, ended: State) -> None:
        flow, around = ended.flow, self._state.flow
        self._end_rest(flow, ended)
        if flow.kind in {"footnote", "endnote"}:
            self.notes.cite(flow, around)
        elif flow.kind == "box":
            around.add_boxes(flow.blocks())
        else:
            self.furniture.setdefault(flow.kind, []).extend(block.text for block in flow.blocks())

    def _end_rest(self, flow: Flow, state: State | None = None) -> None:
        if flow.has_text:
            self._end_paragraph(state or self._state, flow)

    def _word(self, token: Token) -> None:
        self._flush()
        self._to_skip = 0
        word, number = token.value, token.number
        starred, self._is_starred = self._is_starred, False
        if word in SKIPPED or (starred and word not in KNOWN):
            if word in UNREAD:
                self.warnings.add("unsupported_part")
            self.tokens.skip_group()
        elif word == b"u":
            self._unicode(number or 0)
        elif word in SIGNS:
            self._add(SIGNS[word])
        elif self._state.sink in {"font", "style"}:
            self.sheets.word(word, number, self.charsets, is_font=self._state.sink == "font")
        elif word in PARAGRAPH_ENDS:
            self._end_of_paragraph()
        elif not (self._state.take(word, number, self._default_font) or self._table_word(word)):
            self._other_word(word, number)

    def _table_word(self, word: bytes) -> bool:
        state, flow = self._state, self._state.flow
        if word in {b"cell", b"nestcell"}:
            depth = 1 if word == b"cell" else max(state.depth, 2)
            self._end_paragraph(state, flow, depth=depth)
            flow.end_cell(depth)
        elif word in {b"row", b"nestrow"}:
            flow.end_row(1 if word == b"row" else max(state.depth, 2))
        else:
            return flow.table_word(word)
        return True

    def _other_word(self, word: bytes, number: int | None) -> None:
        state = self._state
        if word in FLOWS:
            self._open_flow(FLOWS[word])
        elif word == b"ftnalt" and state.flow.kind == "footnote":
            state.flow.kind = "endnote"
        elif word == b"chftn":
            state.flow.is_note_counted = True
        elif word == b"annotation":
            self.comments += 1
            self.tokens.skip_group()
        elif word in {b"listtext", b"pntext"}:
            state.sink = "label"
        elif word in {b"revised", b"mvt"}:
            if number != 0:
                self.warnings.add("tracked_changes")
        elif word == b"deff":
            self._default_font = state.font = number or 0
        elif not self._sheet_word(word, number):
            self.notes.set_counting(word, number)

    def _sheet_word(self, word: bytes, number: int | None) -> bool:
        state = self._state
        if word == b"fonttbl":
            state.sink = "font"
        elif word == b"stylesheet":
            state.sink = "style"
        elif word == b"info":
            state.sink = "nothing"
        elif word in {b"title", b"author"} and state.sink == "nothing":
            key: Literal["title", "author"] = "title" if word == b"title" else "author"
            # LibreOffice names the last author like the first.
            state.sink = "nothing" if key in self.sheets.properties else key
        elif word == b"upr":
            # The same text twice: for older programs, then as it is.
            state.outer_sink, state.sink = state.sink, "nothing"
        elif word == b"ud":
            state.sink = state.outer_sink
        elif word in {b"mac", b"pc", b"pca", b"ansicpg"}:
            self.charsets.set_page({b"mac": 10000, b"pc": 437, b"pca": 850}.get(word, number or 0))
        else:
            return False
        return True

    def _open_flow(self, kind: FlowKind) -> None:
        state = self._state
        if state.deleted or state.hidden:
            self._note_change()
            self.tokens.skip_group()
            return
        state.flow = Flow(kind)
        state.sink = "flow"
        state.reset_text(self._default_font)
        state.reset_paragraph()

    def _note_change(self, text: str = "") -> None:
        """Take note of what a tracked change deleted; what was deleted at one place is one passage."""
        if self._state.deleted:
            self.warnings.add("tracked_changes")
            self.deleted += bool(text) and not self._is_deleting
            self._is_deleting = self._is_deleting or bool(text)

    def _symbol(self, token: Token) -> None:
        self._flush()
        symbol = token.value
        if symbol == b"*":
            self._is_starred = True
        elif symbol in ENDING_SYMBOLS:
            self._end_of_paragraph()
        elif symbol in SYMBOLS:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._add(SYMBOLS[symbol])

    def _hex(self, token: Token) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes += bytes.fromhex(token.value.decode("ascii"))

    def _text(self, token: Token) -> None:
        text = token.value[self._to_skip :]
        self._to_skip = max(self._to_skip - len(token.value), 0)
        if self.is_utf8 and not text.isascii():
            self._flush()
            self._add(text.decode("utf-8", "replace"))
        else:
            self._bytes += text

    def _unicode(self, number: int) -> None:
        point = number + _UNICODE if number < 0 else number
        if 0 < point < _UNICODE:
            is_private = point in _PRIVATE and self._state.sink == "flow"
            self._add(self.charsets.legible(chr(point), self._state.current_font) if is_private else chr(point))
        self._to_skip = self._state.unicode_skip

    def _flush(self) -> None:
        """Decode the bytes that were gathered: characters of several bytes come byte by byte."""
        if not self._bytes:
            return
        font = self._state.current_font
        if self.charsets.is_symbol(font) and self._state.sink == "flow":
            # Signs of a picture font have no code page; its private range tells them from letters.
            private = "".join(chr(0xF000 + byte) if byte >= _BEYOND_ASCII else chr(byte) for byte in self._bytes)
            text = self.charsets.legible(private, font)
        else:
            text = self._bytes.decode(self.charsets.codec(font), "replace")
        self._bytes.clear()
        self._add(text)

    def _add(self, text: str) -> None:
        state = self._state
        if state.sink in {"flow", "label"} and (state.hidden or state.deleted):
            self._note_change(text)
        elif state.sink == "flow":
            self._is_deleting = False
            printed = without_strays(text).replace(_OBJECT_SIGN, "")
            state.flow.add(printed, state.look(), is_raised=state.raised)
        elif state.sink == "label":
            is_picture = self.charsets.is_symbol(state.current_font)
            state.flow.add_label(without_strays(text), is_picture=is_picture)
        elif state.sink != "nothing":
            self.sheets.add(text, state.sink, self.charsets)

    def _end_of_paragraph(self) -> None:
        state = self._state
        if state.sink != "flow":
            return
        if state.deleted:
            # Its text runs on into the next paragraph.
            self._note_change()
        else:
            self._end_paragraph(state, state.flow)

    def _end_paragraph(self, state: State, flow: Flow, *, depth: int | None = None) -> None:
        depth = state.depth if depth is None else depth
        if not flow.has_text:
            flow.skip_paragraph(depth)
            return
        flow.end_paragraph(
            self.sheets.styles.role(state.style, state.outline),
            depth=depth,
            list_depth=state.list_depth if state.list_number else None,
            alignment=state.alignment,
        )
