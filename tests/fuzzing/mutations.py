"""Broken copies of good files: bits flipped, cut, spliced, and the same inside the parts of a zipped document."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

Mutation = Callable[[bytes, bytes, random.Random], bytes]

LONGEST_SEED = 400_000  # bytes; larger seeds cost time and show nothing that smaller ones do not
INTERESTING = (
    b"\x00",
    b"\xff",
    b"\x00\x00\x00\x00",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\x80",
    b"%s%n",
    b"{",
    b"<",
)
ZIPPED = (".docx", ".odt")


def flip_bits(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Flip up to fifty bits."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 50)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Keep the beginning only."""
    return data[: chance.randrange(1, len(data))]


def splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Go on with the rest of another file of the same format."""
    return data[: chance.randrange(1, len(data))] + other[chance.randrange(len(other)) :]


def drop(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Leave a stretch out."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 2000) :]


def repeat(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Say a stretch many times."""
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + chance.randint(1, 400)] * chance.randint(2, 200) + data[start:]


def overwrite(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Write extreme values over some places."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place, value = chance.randrange(len(changed)), chance.choice(INTERESTING)
        changed[place : place + len(value)] = value
    return bytes(changed)


MUTATIONS: tuple[Mutation, ...] = (flip_bits, cut, splice, drop, repeat, overwrite)


def inside_archive(mutate: Mutation, data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Change one part of a zipped document and zip it anew, so that the checksums hold."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        names = [name for name in source.namelist() if source.getinfo(name).file_size > 0]
        chosen = chance.choice([name for name in names if name.endswith((".xml", ".rels"))] or names)
        for name in names:
            content = source.read(name)
            target.writestr(
                zipfile.ZipInfo(name), mutate(content, content[::-1], chance) if name == chosen else content
            )
    return buffer.getvalue()


def seeds_below(*folders: Path) -> dict[str, list[bytes]]:
    """Collect good files by the ending of their names."""
    seeds: dict[str, list[bytes]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        if 0 < path.stat().st_size <= LONGEST_SEED:
            seeds.setdefault(path.suffix.lower(), []).append(path.read_bytes())
    return seeds


def mutants(seeds: Mapping[str, Sequence[bytes]], count: int, *, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield `count` broken files with names that say how they were made; each format in turn."""
    chance = random.Random(seed)
    endings = sorted(seeds)
    for number in range(count):
        ending = endings[number % len(endings)]
        data, other = chance.choice(seeds[ending]), chance.choice(seeds[ending])
        mutate = MUTATIONS[number // len(endings) % len(MUTATIONS)]
        inside = ending in ZIPPED and zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.7
        broken = inside_archive(mutate, data, other, chance) if inside else mutate(data, other, chance)
        yield f"{number:05}-{mutate.__name__}{'-inside' if inside else ''}{ending}", broken
