"""One chart a file, listed in draw.py: the docstring is its question, `sketches(views, names)` what to draw.

The other modules are what charts are made of: names and cells (words), bars, columns, ribbons, years (forms),
picture (Vega-Lite), svg and convert (bytes), downloads (files).
"""
