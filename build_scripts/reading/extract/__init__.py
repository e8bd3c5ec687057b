"""Draft rows out of a document: plain, deterministic rules over the ledger's own vocabulary, one family a file.

files → folding → figures, tables_in_text → context → leave_outs, people → money, measures, basis, periods, subjects,
places → parts, repeats; propose.py tells the story, draft.py names the keys. Words stand in reading/vocabulary.
"""
