"""ZIP files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP file can hold


def zip_bytes(files: dict[str, bytes]) -> bytes:
    """Returns a ZIP file of the files in their order, all with the same date: equal files, equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, content, compresslevel=6)
    return out.getvalue()
