import zlib

import numpy as np
import pytest

from build_scripts.charts import png
from build_scripts.charts.png import SIGNATURE, chunk, chunks_of, with_palette


def as_drawn(pixels: np.ndarray, sub: int = 1) -> bytes:
    """A picture (height × width × RGBA) as vl-convert writes it, each row filtered by Sub."""
    height, width, _ = pixels.shape
    rows = np.diff(pixels, axis=1, prepend=np.zeros((height, 1, 4), np.uint8)).reshape(height, -1)
    filtered = np.pad(rows, ((0, 0), (1, 0)), constant_values=sub)
    head = width.to_bytes(4) + height.to_bytes(4) + png.RGBA
    parts = [(b"IHDR", head), (b"pHYs", bytes(9)), (b"IDAT", zlib.compress(filtered.tobytes())), (b"IEND", b"")]
    return SIGNATURE + b"".join(chunk(*each) for each in parts)


def seen(packed: bytes) -> np.ndarray:
    """The RGB pixels of a picture with a palette."""
    parts = dict(chunks_of(packed))
    width, height = (int.from_bytes(parts[b"IHDR"][at : at + 4]) for at in (0, 4))
    rows = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(height, 1 + width)
    assert not rows[:, 0].any()
    return np.frombuffer(parts[b"PLTE"], np.uint8).reshape(-1, 3)[rows[:, 1:]]


def picture(colours: int, height: int = 40, width: int = 60) -> np.ndarray:
    """A ground of one colour, on it a line of each of many, far from each other and near."""
    pixels = np.full((height, width, 4), 255, np.uint8)
    values = np.random.default_rng(1).permutation(2**15)[: colours - 1]
    pixels.reshape(-1, 4)[7 : 7 + len(values), :3] = np.stack([values >> 7, values & 127, values % 251], 1)
    return pixels


@pytest.mark.parametrize("colours", [1, 2, 255, 256])
def test_a_picture_of_few_colours_keeps_every_pixel(colours):
    pixels = picture(colours)
    packed = with_palette(as_drawn(pixels))
    assert (seen(packed) == pixels[:, :, :3]).all()
    assert len(dict(chunks_of(packed))[b"PLTE"]) == 3 * len(np.unique(pixels.reshape(-1, 4), axis=0))


def test_of_many_colours_the_common_ones_stay_and_the_others_are_near():
    pixels = picture(900)
    pixels[20:30] = (10, 90, 80, 255)  # common, though not the ground
    away = np.abs(seen(with_palette(as_drawn(pixels))).astype(int) - pixels[:, :, :3]).max(axis=2)
    assert not away[20:30].any() and not away[31:].any()
    assert away.max() <= 24  # these fill the whole of the cube; those of a chart lie between its few colours


def test_the_shades_of_a_letter_hardly_differ():
    """Between ink and ground lie more shades than a palette holds: what is drawn of text."""
    ink, other, ground = (np.array(each) for each in ((29, 33, 36), (139, 84, 0), (252, 251, 247)))
    part = np.linspace(0, 1, 300)[:, None]
    shades = np.concatenate([ink + part * (ground - ink), other + part * (ground - other)]).astype(np.uint8)
    pixels = np.full((20, 60, 4), 255, np.uint8)
    pixels[:10, :, :3] = shades.reshape(10, 60, 3)
    assert np.abs(seen(with_palette(as_drawn(pixels))).astype(int) - pixels[:, :, :3]).max() <= 2


def test_the_same_picture_gives_the_same_bytes():
    first = with_palette(as_drawn(picture(900)))
    assert first == with_palette(as_drawn(picture(900)))
    assert [name for name, _ in chunks_of(first)] == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]


def test_a_picture_that_is_written_otherwise_is_refused_not_guessed_at():
    with pytest.raises(ValueError, match="RGBA, rows filtered by Sub"):
        with_palette(as_drawn(picture(3), sub=2))
    seen_through = picture(3)
    seen_through[0, 0, 3] = 128
    with pytest.raises(ValueError, match="not opaque"):
        with_palette(as_drawn(seen_through))
