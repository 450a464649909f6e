"""The style sheet: what the style of a paragraph makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.docx.styles import heading_level_of_name
from pipeline.extract.flowing import Role, is_contents_name

_BODY_LEVEL = 9
_LONGEST_CHAIN = 50
_MOST_ROLES = 1_000


@dataclass(frozen=True, slots=True)
class Style:
    """One entry of the sheet; `outline` counts from 0, and from 9 on is ordinary text."""

    name: str
    based_on: int  # -1 for none
    outline: int | None


@dataclass(slots=True)
class Styles:
    """The paragraph styles of one document by number."""

    entries: dict[int, Style] = field(default_factory=dict)
    _roles: dict[tuple[int, int | None], Role] = field(default_factory=dict)

    def role(self, number: int, outline: int | None) -> Role:
        """Tell what a paragraph is by its style and by the outline level that it names itself."""
        role = self._roles.get((number, outline))
        if role is None:
            role = self._make_role(number, outline)
            if len(self._roles) < _MOST_ROLES:
                self._roles[number, outline] = role
        return role

    def _make_role(self, number: int, outline: int | None) -> Role:
        chain = self._chain(number)
        level = _level(outline) if outline is not None else self._heading_level(chain)
        name = chain[0].name if chain else ""
        return Role(
            style=name,
            level=level,
            is_title=any(style.name.lower() == "title" for style in chain),
            is_contents=is_contents_name(name),
        )

    def _heading_level(self, chain: list[Style]) -> int | None:
        for style in chain:
            level = heading_level_of_name(style.name)
            if level is None and style.outline is not None:
                level = _level(style.outline)
            if level is not None:
                return level
        return None

    def _chain(self, number: int) -> list[Style]:
        chain: list[Style] = []
        seen: set[int] = set()
        following = number
        # Damaged files have styles that are based on each other; Word itself goes less deep.
        while following in self.entries and following not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(following)
            chain.append(self.entries[following])
            following = chain[-1].based_on
        return chain


def _level(outline: int) -> int | None:
    return outline + 1 if 0 <= outline < _BODY_LEVEL else None
