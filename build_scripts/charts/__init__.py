"""One chart a file. The docstring is the chart's question; `sketches(views, lang)` returns what to draw."""
