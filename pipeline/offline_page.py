"""What every page of ours stands on: templates that escape, a policy that lets nothing out, and data as safe JSON."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029\ufffe\uffff"}


def page_environment(package: str, **filters: Callable[..., str]) -> Environment:
    """Load the templates of a package: everything is escaped, an unknown name is an error."""
    environment = Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"grouped": lambda number: f"{number:,}", **filters}
    return environment


def content_policy(style: str, scripts: Sequence[str] = ()) -> str:
    """Allow this style and these scripts and nothing else: no request leaves the file, no text of a document runs."""
    allowed = " ".join(_source(script) for script in scripts)
    script = f" script-src {allowed};" if scripts else ""
    return f"default-src 'none'; style-src {_source(style)};{script} base-uri 'none'; form-action 'none'"


def script_json(payload: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """Write JSON that may stand inside a script element: "<", ">", "&" and the line separators are escaped."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
