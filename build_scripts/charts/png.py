"""A picture's bytes: the same pixels with a palette instead of four bytes each, less than half as large.

This knows the format (PNG, RFC 2083) and nothing of charts. vl-convert packs for speed; a chart has few colours. Where
they are no more than a palette holds, and mostly they are, no pixel changes; else the commonest stay as they are and
each rarer one, a shade at the edge of a letter, becomes the nearest of them.
"""

from __future__ import annotations

import zlib

import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGBA, PALETTE = bytes((8, 6, 0, 0, 0)), bytes((8, 3, 0, 0, 0))  # depth, colour type, compression, filter, interlace
SIZE = 8  # bytes of width and height, which lead the header
SUB, MOST = 1, 256  # the filter of vl-convert's rows; colours of a palette


def with_palette(png: bytes) -> bytes:
    """Returns the picture with a palette of at most MOST colours; the same picture always gives the same bytes.

    Raises ValueError where it is not as vl-convert writes it: RGBA of eight bits, rows filtered by Sub, opaque.
    """
    chunks = chunks_of(png)
    head = chunks[0][1]
    width, height = (int.from_bytes(head[at : at + 4]) for at in (0, 4))
    rows = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    lines = np.frombuffer(rows, np.uint8).reshape(height, 1 + 4 * width)
    if head[SIZE:] != RGBA or (lines[:, 0] != SUB).any():
        raise ValueError("a picture is not as vl-convert wrote them: RGBA, rows filtered by Sub")
    pixels = np.add.accumulate(lines[:, 1:].reshape(height, width, 4), axis=1, dtype=np.uint8)
    palette, places = in_palette(pixels.reshape(-1, 4))
    packed = np.pad(places.reshape(height, width), ((0, 0), (1, 0)))  # no filter: each row begins with 0
    written = [
        (b"IHDR", head[:SIZE] + PALETTE),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(packed.tobytes(), 6)),  # the hardest, 9, would take twice the time for a twentieth
        (b"IEND", b""),
    ]
    return SIGNATURE + b"".join(chunk(*each) for each in written)


def in_palette(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns the colours of a palette, the commonest first (n × 3), and for each RGBA pixel its place in it.

    Colours are counted over runs of the same one: most of a chart is ground.
    """
    each = np.ascontiguousarray(pixels).view(">u4").ravel()
    begins = np.flatnonzero(np.r_[True, each[1:] != each[:-1]])
    lengths = np.diff(np.r_[begins, len(each)])
    found, of_run = np.unique(each[begins], return_inverse=True)
    counts = np.bincount(of_run, weights=lengths)
    parts = found.astype(">u4").view(np.uint8).reshape(-1, 4)
    if (parts[:, 3] != 255).any():
        raise ValueError("a picture is not opaque")
    colours = parts[np.argsort(-counts, kind="stable"), :3].astype(int)  # of equals the darker: always the same bytes
    chosen = chosen_colours(colours)
    nearest = apart(parts[:, :3].astype(int), colours[chosen]).argmin(axis=1)
    return colours[chosen].astype(np.uint8), np.repeat(nearest.astype(np.uint8)[of_run], lengths)


def chosen_colours(colours: np.ndarray) -> list[int]:
    """Returns which colours, given the commonest first, make the palette: all, where they are not too many.

    Else the commonest make a half of it, and to them come, one by one, those that are farthest from all that are there.
    """
    if len(colours) <= MOST:
        return [*range(len(colours))]
    chosen = [*range(MOST // 2)]
    away = apart(colours, colours[chosen]).min(axis=1)
    while len(chosen) < MOST:
        chosen.append(int(away.argmax()))
        away = np.minimum(away, apart(colours, colours[chosen[-1:]])[:, 0])
    return chosen


def apart(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Returns how far each of some colours (rows) is from each of others: the square of the distance in RGB."""
    return ((some[:, None] - others[None]) ** 2).sum(axis=2)


def chunks_of(png: bytes) -> list[tuple[bytes, bytes]]:
    """Returns the chunks of a PNG in order: name and data."""
    found, at = [], len(SIGNATURE)
    while at < len(png):
        size = int.from_bytes(png[at : at + 4])
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += size + 12
    return found


def chunk(name: bytes, data: bytes) -> bytes:
    """Returns a chunk as it is written: length, name, data, checksum."""
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)
