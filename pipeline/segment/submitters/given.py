"""What a corpus manifest says of a document, laid over what the document says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.gazetteer.states import state_named
from pipeline.layers import Identity
from pipeline.segment.submitters.authors import (
    Author,
    KnownSubmitters,
    joint_author,
    listed_author,
    organization_author,
    slug,
    state_author,
)

_AS_WRITTEN = ("language", "date", "title", "symbol")


def with_given(identity: Identity, given: Mapping[str, str], known: KnownSubmitters) -> Identity:
    """Override an identity by the cells of a manifest's row; what is not given stays as it was found.

    A submitter given by name or by id alone is completed: "Morocco" is MAR, a State; MAR is Morocco.
    """
    changed: dict[str, object] = {name: given[name] for name in _AS_WRITTEN if name in given}
    if language := given.get("language"):
        changed["languages"] = [language, *(seen for seen in identity.languages if seen != language)]
    author = _author(given.get("submitter"), given.get("submitter_id"), known)
    if author:
        changed |= {"submitter": author.name, "submitter_id": author.id, "submitter_type": author.type}
    for name in ("submitter", "submitter_id", "submitter_type"):
        if name in given:
            changed[name] = given[name]
    return identity.model_copy(update=changed)


def language_given(languages: Sequence[str | None], seen: Sequence[str], given: str | None) -> list[str | None]:
    """Replace the main language by the one that is given, where the paper was not seen to hold that one."""
    if given is None or given in seen:
        return list(languages)
    main = seen[0] if seen else None
    return [given if language == main else language for language in languages]


def _author(name: str | None, own_id: str | None, known: KnownSubmitters) -> Author | None:
    if own_id is not None:
        return known.author(own_id) or joint_author(own_id.split("+"), known) or _unknown(name or own_id, own_id)
    if name is None:
        return None
    code = known.id_of(name) or state_named(name)
    found = state_author(code, known) if code else None
    return found or listed_author(name) or organization_author(name, in_place=True) or _unknown(name, slug(name))


def _unknown(name: str, own_id: str) -> Author:
    kind = organization_author(name, in_place=True)
    return Author(name, own_id, kind.type if kind else "other")
