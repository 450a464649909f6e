"""Pictures from strangers made into grey pictures of a bounded size."""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from PIL import Image, ImageOps

from pipeline.errors import DamagedFile, LimitExceeded
from pipeline.extract.recognition.quiet import quiet

MAX_PIXELS = 150_000_000
"""Of a picture file, before it is made smaller: an A4 page at 1200 dpi has 139 million."""

PAGE_PIXELS = 12_000_000
"""Of a page to be recognized: A4 at 350 dpi; more costs time and reads no better."""

FAULTS = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, AttributeError,
    struct.error, zlib.error, RuntimeError, NotImplementedError,
)  # fmt: skip
"""What Pillow lets escape on broken pictures."""

PAGE_INCHES, LONG_SIDE = (5.0, 24.0), 11.7
"""The longer side of any page that is printed, from a postcard to a poster, and that of A4."""

LEAST_DPI = 130
"""Letters of a picture with fewer dots are too small to be read and are made larger."""

INK_DEPTH = 80
"""In shades of 255: by so much ink is darker than paper."""

INK_SHARE = 0.00002
"""Of a page: less is dust; a page number has more."""

_GREY = "L"


def open_frames(data: bytes, kinds: tuple[str, ...], max_frames: int) -> Iterator[tuple[Image.Image, int]]:
    """Yield a picture file's pages in grey with the dots per inch they were taken at.

    Raises DamagedFile, or LimitExceeded for more pixels than MAX_PIXELS or more pages than `max_frames`.
    """
    with _guarded():
        picture = Image.open(io.BytesIO(data), formats=kinds)
    with picture:
        for order in count():
            with _guarded():
                try:
                    picture.seek(order)
                except EOFError:
                    return
                if order >= max_frames:
                    raise _too_large(f"more than {max_frames} pages")
                if picture.width * picture.height > MAX_PIXELS:
                    raise _too_large(f"{picture.width:,} times {picture.height:,} pixels")
                prepared = _prepared(picture)
            yield prepared


@contextmanager
def _guarded() -> Iterator[None]:
    """Turn what Pillow lets escape into errors of ours; its warnings are of odd metadata, sizes are checked here."""
    with quiet(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except Image.DecompressionBombError as error:
            raise _too_large("too many pixels") from error
        except FAULTS as error:
            raise DamagedFile("The picture is damaged.", hint="Ask the sender for a new copy of the file.") from error


def _prepared(frame: Image.Image) -> tuple[Image.Image, int]:
    said = frame.info.get("dpi")
    grey = _grey(ImageOps.exif_transpose(frame))
    long_side = max(grey.size)
    dpi = float(said[0]) if isinstance(said, tuple) and said and float(said[0]) > 0 else 0.0
    if not (dpi and PAGE_INCHES[0] <= long_side / dpi <= PAGE_INCHES[1]):
        dpi = long_side / LONG_SIDE
    scale = min(2.0 if dpi < LEAST_DPI else 1.0, (PAGE_PIXELS / (grey.width * grey.height)) ** 0.5)
    if scale != 1.0:
        size = max(1, round(grey.width * scale)), max(1, round(grey.height * scale))
        grey = grey.resize(size, Image.Resampling.BICUBIC)
    return grey, max(1, round(dpi * scale))


def _grey(frame: Image.Image) -> Image.Image:
    """Make a picture grey, on white paper where it is transparent."""
    if frame.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        return ImageOps.autocontrast(frame.convert("F").convert(_GREY))
    if frame.has_transparency_data:
        colours = frame.convert("RGBA")
        paper = Image.new("RGBA", colours.size, "white")
        return Image.alpha_composite(paper, colours).convert(_GREY)
    return frame.convert(_GREY)


def ink_share(picture: Image.Image) -> float:
    """Return the share of a grey picture that is clearly darker than its paper."""
    counts = picture.histogram()
    total = sum(counts)
    return sum(counts[: max(0, paper_shade(picture) - INK_DEPTH)]) / total if total else 0.0


def paper_shade(picture: Image.Image) -> int:
    """Return the middle shade of a grey picture: more than half of every page of text is paper."""
    counts = picture.histogram()
    seen, half = 0, sum(counts) / 2
    for shade in range(255, -1, -1):
        seen += counts[shade]
        if seen >= half:
            return shade
    return 255


def turned(picture: Image.Image, degrees: int) -> Image.Image:
    """Turn a picture clockwise by quarters."""
    turns = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    return picture.transpose(turns[degrees]) if degrees in turns else picture


def picture_hash(picture: Image.Image) -> str:
    """Hash what a picture shows."""
    digest = hashlib.sha256(f"{picture.mode} {picture.width} {picture.height} ".encode())
    digest.update(picture.tobytes())
    return digest.hexdigest()


def _too_large(what: str) -> LimitExceeded:
    return LimitExceeded(f"The picture has {what}.", hint="Save it with fewer, or as one picture a page.")
