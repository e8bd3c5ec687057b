"""Charts, a question a file in gallery/: from rows and words (sketches) through Altair's grammar to drawings.

encodings, rows, statements, flow_rows and flow_words are what charts share; all other modules are the engine.
"""
