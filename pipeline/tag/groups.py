"""Find groups of persons by the make of their names: "asylum-seeking and migrant children with disabilities"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.trie import Node, ends
from pipeline.gazetteer.words import Words
from pipeline.tag.group_words import GroupWord, GroupWords

_JOINTS = frozenset([",", "and", "or", "/", "&", "y", "e", "o", "u", "et", "ou"])
_LONGEST_JOINT = 3
"""Words and marks between two adjectives of an enumeration: ", and", "and/or"."""

_QUOTES = {"”": "“", "“": "„", '"': '"', "»": "«"}
_OF = frozenset(["of", "de", "del", "des", "du", "d"])
_ARTICLES = frozenset(["the", "los", "las", "les"])
_CHILDREN = "children"
_WOMEN = "women"
_WORKERS = "migrant workers"
_UNACCOMPANIED = "unaccompanied minors"


@dataclass(frozen=True, slots=True)
class _Group:
    """One group: its first word, the place after its last, and the words that make it."""

    first: int
    end: int
    head: GroupWord
    before: tuple[GroupWord, ...] = ()
    after: tuple[GroupWord, ...] = ()

    @property
    def says_which(self) -> bool:
        return (
            self.head.part not in ("weak", "one")
            or bool(self.after)
            or any(word.part != "between" for word in self.before)
        )


def find_groups(words: Words, lists: GroupWords) -> list[Mention]:
    """Return the groups of persons in a text, sorted, none overlapping.

    "women and girls" are two, "refugee and migrant children" one; "children of migrant workers" is one. Umbrella words
    alone ("persons", "migrants", "victims") are none, nor is one child.
    """
    groups = _joined(_groups(words, lists), words.lower)
    kept = [group for group in groups if not _is_refused(group, words.lower, lists)]
    return [
        Mention(words.spans[group.first][0], words.spans[group.end - 1][1], "GROUP", _link(group)) for group in kept
    ]


def _groups(words: Words, lists: GroupWords) -> list[_Group]:
    firsts, lower = lists.heads.branches, words.lower
    found: list[_Group] = []
    for place in [place for place, word in enumerate(lower) if word in firsts]:
        if found and place < found[-1].end:
            continue
        group = _group(lower, place, found[-2].end if len(found) > 1 else 0, lists)
        if group is None:
            continue
        if found and group.first < found[-1].end:  # "women" was part of "women migrant workers"
            if group.first <= found[-1].first:
                found.pop()
            else:
                group = _group(lower, place, found[-1].end, lists)
        if group:
            found.append(group)
    return found


def _group(lower: Sequence[str], place: int, border: int, lists: GroupWords) -> _Group | None:
    head = _longest(lists.heads, lower, place)
    if not head or not _may_stand(lower, place, *head, lists):
        return None
    bare = head[1].part in ("name", "the")
    first, before = (place, ()) if bare else _reach_back(lower, place, border, lists)
    end, after = _reach_on(lower, head[0], head[1], lists)
    group = _Group(first, end, head[1], before, after)
    return group if group.says_which else None


def _may_stand(lower: Sequence[str], place: int, end: int, head: GroupWord, lists: GroupWords) -> bool:
    if head.part == "the":
        before = lower[place - 2] if place > 1 and lower[place - 1] in _QUOTES.values() else lower[max(0, place - 1)]
        return before in _ARTICLES and place > 0 and not _is_noun(lower, end, lists)
    return head.part not in ("lone", "one") or not _is_noun(lower, end, lists)


def _reach_back(lower: Sequence[str], place: int, border: int, lists: GroupWords) -> tuple[int, tuple[GroupWord, ...]]:
    """Follow the words before a head; an enumeration goes on only from an adjective to an adjective."""
    found: list[GroupWord] = []
    first = place
    while step := _before(lower, first, border, lists):
        first = step[0]
        found.append(step[1])
        joint = _before_joint(lower, first, border)
        listed = _before(lower, joint, border, lists) if joint is not None else None
        if listed and listed[1].part == "before" and step[1].part == "before":
            first = joint if joint is not None else first
    return first, tuple(found)


def _before(lower: Sequence[str], place: int, border: int, lists: GroupWords) -> tuple[int, GroupWord] | None:
    """Return the longest word of the list that ends before a place, where it begins, with quotation marks around it."""
    quoted = place - 1 > border and lower[place - 1] in _QUOTES
    stop = place - 1 if quoted else place
    found = None
    node = lists.before
    while stop > border and lower[stop - 1] in node.branches:
        stop -= 1
        node = node.branches[lower[stop]]
        if node.values:
            found = stop, node.values[0]
    if not (quoted and found):
        return found
    opening = found[0] - 1
    return (opening, found[1]) if opening >= border and lower[opening] == _QUOTES[lower[place - 1]] else None


def _before_joint(lower: Sequence[str], place: int, border: int) -> int | None:
    start = place
    while start > border and place - start < _LONGEST_JOINT and lower[start - 1] in _JOINTS:
        start -= 1
    return start if start < place else None


def _reach_on(lower: Sequence[str], end: int, head: GroupWord, lists: GroupWords) -> tuple[int, tuple[GroupWord, ...]]:
    found: list[GroupWord] = []
    if head.link == "victims" and lower[end : end + 1] and lower[end] in _OF:
        end, harms = _harms(lower, end, lists)
        found += harms
    while step := _longest(lists.after, lower, end):
        end = step[0]
        found.append(step[1])
        if step[1].part == "behind":
            joint = _after_joint(lower, end)
            listed = _longest(lists.after, lower, joint)
            end = joint if joint > end and listed and listed[1].part == "behind" else end
    return end, tuple(found)


def _harms(lower: Sequence[str], place: int, lists: GroupWords) -> tuple[int, list[GroupWord]]:
    """Return where an enumeration of harms ends: "of violence, torture and trafficking in persons"."""
    found: list[GroupWord] = []
    end, start = place, place + 1
    while step := _longest(lists.harms, lower, start):
        end = step[0]
        found.append(step[1])
        start = _after_joint(lower, end)
        if start == end:
            break
        start += lower[start : start + 1] != [] and lower[start] in _OF
    return end, found


def _after_joint(lower: Sequence[str], place: int) -> int:
    end = place
    while end < len(lower) and end - place < _LONGEST_JOINT and lower[end] in _JOINTS:
        end += 1
    return end


def _longest(node: Node[GroupWord], lower: Sequence[str], place: int) -> tuple[int, GroupWord] | None:
    found = None
    for end, word in ends(node, lower, place):
        if found is None or end > found[0]:
            found = end, word
    return found


def _is_noun(lower: Sequence[str], place: int, lists: GroupWords) -> bool:
    """Tell whether a noun follows, so that what stands before it is no group: "youth employment"."""
    return place < len(lower) and lower[place].isalpha() and lower[place] not in lists.grammar.branches


def _joined(groups: Sequence[_Group], lower: Sequence[str]) -> list[_Group]:
    """Join children with whose they are: "children of migrant workers"."""
    joined: list[_Group] = []
    for group in groups:
        last = joined[-1] if joined else None
        if last and last.head.link == _CHILDREN and last.end + 1 == group.first and lower[last.end] in _OF:
            joined[-1] = replace(last, end=group.end)
        else:
            joined.append(group)
    return joined


def _is_refused(group: _Group, lower: Sequence[str], lists: GroupWords) -> bool:
    found = _longest(lists.refused, lower, group.first)
    return found is not None and found[0] == group.end


def _link(group: _Group) -> str | None:
    """Name the class of a group: what the head says, more exactly what stands around a weak one."""
    said = [word.link for word in (*group.before, *group.after) if word.link]
    if group.head.link == _CHILDREN:
        return _UNACCOMPANIED if _UNACCOMPANIED in said else _CHILDREN
    if group.head.link == _WORKERS and _WOMEN in said:
        return "women migrant workers"
    if group.head.part not in ("weak", "one"):
        return group.head.link
    first = next((link for link in (_WOMEN, _CHILDREN) if link in said), None)
    return first or (said[0] if said else group.head.link)
