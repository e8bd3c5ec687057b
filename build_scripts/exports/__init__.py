"""Downloads. `export.py` makes them all; `formats/` holds one format a file; encoders and listings stand beside."""
