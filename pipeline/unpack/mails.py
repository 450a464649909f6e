"""Mails to the files that they carry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pipeline.errors import LimitExceeded
from pipeline.unpack.budget import Budget, Packed

_REST = "further attachments"


def open_mail(data: bytes, budget: Budget) -> Iterator[Packed]:
    """List the attachments of a mail, those beyond a limit as one that cannot be had; raises DocumentError."""
    from pipeline.extract.mail import attachments  # loads the readers of mails, which few runs need

    for name, content in attachments(data):
        try:
            budget.take_members(1)
            budget.take_bytes(len(content))
        except LimitExceeded as problem:
            yield Packed(_REST, partial(_refuse, problem))
            return
        yield Packed(name, partial(_checked, content, budget))


def _refuse(problem: LimitExceeded) -> bytes:
    raise problem


def _checked(content: bytes, budget: Budget) -> bytes:
    budget.check_size(len(content))
    return content
