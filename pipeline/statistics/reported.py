"""What the papers name: figures that submitters report, laws and plans, and the documents they refer to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pipeline.gazetteer.plain import plain
from pipeline.statistics.dataset import Tables
from pipeline.statistics.places import objects, placed

FIGURES = (
    "submitter", "document", "paragraph", "page", "figure", "number", "unit", "of_whom", "status", "objectives",
    "themes", "sentence", "statement_id", "doc_id",
)  # fmt: skip
"""Columns of `figures`."""

LAWS = ("submitter", "law", "mentions", "documents", "document", "paragraph", "page", "sentence", "statement_id")
"""Columns of `laws`; the place is that of the first mention."""

REFERENCES = ("document", "doc_id", "type", "symbol", "refers_to", "mentions", "paragraph", "page", "statement_id")
"""Columns of `references`; `refers_to` is the doc_id of the run's document with that symbol, None where it has none."""

_CONSTITUTIONS = ("constitu", "grundgesetz", "конституц", "ustav")  # folded; a title of one word that is a name


def figures(tables: Tables) -> pd.DataFrame:
    """List every figure and sum of money with its number, unit, of whom, and its sentence; as reported, unchecked."""
    found = _mentions(tables, ("FIGURE", "MONEY"))
    parts = [_parts(value) for value in found["value"]]
    lists = {name: [";".join(map(str, codes)) for codes in found[name]] for name in ("objectives", "themes")}
    return found.assign(
        **lists,
        figure=found["mention"],
        number=pd.Series([part[0] for part in parts], index=found.index, dtype=object),
        unit=pd.Series([part[1] for part in parts], index=found.index, dtype=object),
        of_whom=pd.Series([part[2] for part in parts], index=found.index, dtype=object),
    )[list(FIGURES)].reset_index(drop=True)


def laws(tables: Tables) -> pd.DataFrame:
    """List the laws, plans and strategies that each submitter names, once each, the most often named first.

    A name of one word ("the Act") only refers back to a name given before, and is left out, but for a constitution.
    """
    found = _mentions(tables, ("LAW",))
    found = found.assign(law=found["mention"], key=found["mention"].map(plain))
    found = found[found["key"].map(_is_name).astype(bool)]
    return _once(found, ["submitter", "key"], order=["submitter", "mentions", "law"])[list(LAWS)]


def references(tables: Tables) -> pd.DataFrame:
    """List the documents and resolutions that each document refers to, by canonical symbol, its own symbol left out."""
    found = _mentions(tables, ("DOCUMENT", "RESOLUTION"))
    found = found.assign(symbol=found["link"])[found["link"].notna()]
    own = tables.documents.set_index("doc_id")["symbol"]
    found = found[found["symbol"] != found["doc_id"].map(own)]
    once = _once(found, ["doc_id", "symbol"], order=["document", "mentions", "symbol"])
    symbols = tables.documents.loc[tables.documents["symbol"].notna() & tables.documents["duplicate_of"].isna()]
    held: Mapping[str, str] = dict(zip(symbols["symbol"], symbols["doc_id"], strict=True))
    return once.assign(refers_to=objects(once["symbol"].map(held)))[list(REFERENCES)]


def _mentions(tables: Tables, types: tuple[str, ...]) -> pd.DataFrame:
    """Give the mentions of some types in statements that count, with the statement's columns and its place."""
    statements = placed(tables)
    entities = tables.entities[tables.entities["type"].isin(types)]
    entities = entities[entities["statement_id"].isin(statements.index)]
    own = entities[["statement_id", "text", "type", "link", "value"]].rename(columns={"text": "mention"})
    joined = own.merge(statements.reset_index(drop=True), on="statement_id", how="left", validate="many_to_one")
    return joined.rename(columns={"number": "paragraph", "text": "sentence"})


def _once(found: pd.DataFrame, keys: list[str], *, order: list[str]) -> pd.DataFrame:
    """Keep the first mention of each key, with the number of mentions and of documents that hold one."""
    groups = found.groupby(keys, dropna=False, sort=False)
    counted = found.assign(
        mentions=groups["statement_id"].transform("size"), documents=groups["doc_id"].transform("nunique")
    )
    once = counted.drop_duplicates(keys)
    falling = [name != "mentions" for name in order]
    return once.sort_values(order, ascending=falling, kind="stable", na_position="last").reset_index(drop=True)


def _is_name(key: str) -> bool:
    return " " in key or not key.isascii() or key.startswith(_CONSTITUTIONS)


def _parts(value: Any) -> tuple[float | int | None, str | None, str | None]:  # noqa: ANN401 - a cell
    """Take a figure's value apart: "23096 |  | migrants" is (23096, None, "migrants")."""
    if not isinstance(value, str):
        return None, None, None
    number, unit, whom = ([part.strip() for part in value.split("|")] + ["", "", ""])[:3]
    return _number(number), unit or None, whom or None


def _number(text: str) -> float | int | None:
    try:
        exact = float(text)
    except ValueError:
        return None
    return int(exact) if exact.is_integer() else exact
