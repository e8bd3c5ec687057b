"""Charts, a question a file in gallery/: from rows and words (sketches) through Altair's grammar to drawings.

encodings, rows, statements and flow_words are what charts share; theme, text, svg, convert, live and draw the engine.
"""
