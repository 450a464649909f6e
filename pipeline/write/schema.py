"""Schemas of the tables, derived from the records: Arrow types, Frictionless fields, the data dictionary.

A field of a record is a text, a whole number, a number, a truth value, a list of texts or whole numbers, or a list of
records (boxes, spans). Everything else would be a mistake and raises TypeError.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from pipeline.records import Record

if TYPE_CHECKING:
    import pyarrow as pa

Scalar = Literal["string", "integer", "number", "boolean"]
_SCALARS: dict[type, Scalar] = {str: "string", int: "integer", float: "number", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name and meaning, what it holds, and whether it may be null.

    `item` is the type of a list's items: a scalar, or the columns of the record that each item is.
    """

    name: str
    description: str
    type: Scalar | Literal["list"]
    nullable: bool
    choices: tuple[str, ...] = ()
    item: Scalar | tuple[Column, ...] | None = None


def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """Derive the columns of a table from its record class, in the order of the contract."""
    return tuple(
        _column(name, field.annotation, field.description or "") for name, field in record.model_fields.items()
    )


def arrow_schema(record: type[Record]) -> pa.Schema:
    """Derive the Arrow schema that the Parquet file of a table has."""
    import pyarrow as pa

    return pa.schema(
        [pa.field(column.name, _arrow_type(column), nullable=column.nullable) for column in columns_of(record)]
    )


def _column(name: str, annotation: Any, description: str) -> Column:  # noqa: ANN401 - any type annotation
    inner, nullable = _without_none(annotation)
    if get_origin(inner) is list:
        return Column(name, description, "list", nullable, item=_item(get_args(inner)[0]))
    if get_origin(inner) is Literal:
        return Column(name, description, "string", nullable, choices=tuple(str(value) for value in get_args(inner)))
    if inner in _SCALARS:
        return Column(name, description, _SCALARS[inner], nullable)
    raise TypeError(f"a table cannot hold {annotation} in column {name}; use a text, a number, a truth value or a list")


def _item(annotation: Any) -> Scalar | tuple[Column, ...]:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return columns_of(annotation)
    return _SCALARS[annotation]


def _without_none(annotation: Any) -> tuple[Any, bool]:  # noqa: ANN401
    if hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation, False
    inner = [_without_none(part)[0] for part in get_args(annotation) if part is not type(None)]
    return inner[0], type(None) in get_args(annotation)


def _arrow_type(column: Column) -> pa.DataType:
    import pyarrow as pa

    scalars = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    if column.type != "list":
        return scalars[column.type]
    if isinstance(column.item, tuple):
        return pa.list_(pa.struct([pa.field(part.name, _arrow_type(part), part.nullable) for part in column.item]))
    return pa.list_(scalars[str(column.item)])
