"""The page's style and script: files of ours joined into one each, and the policy that allows these alone."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pipeline.offline_page import content_policy

_STYLES = ("base", "tables", "charts", "statements", "profiles", "print")
FIRST = 'document.documentElement.classList.add("js");'
"""A script in the head: from the first moment on only one section is shown, where scripts run."""

_SCRIPTS = ("data", "elements", "filters", "list", "paper", "bars", "profiles", "coverage", "routes")
"""In the order in which they are joined; each may use what those before it define."""


@cache
def style() -> str:
    """Join the style sheets."""
    return "".join(_text(f"{name}.css") for name in _STYLES)


@cache
def script() -> str:
    """Join the scripts into one function, so that no name of theirs is seen from outside."""
    return '"use strict";\n(() => {\n' + "\n".join(_text(f"{name}.js") for name in _SCRIPTS) + "})();\n"


def policy() -> str:
    """Allow this style and these scripts and nothing else: no request leaves the file, no text of a document runs."""
    return content_policy(style(), [FIRST, script()])


def _text(name: str) -> str:
    return files("pipeline.report").joinpath("templates", name).read_text(encoding="utf-8")
