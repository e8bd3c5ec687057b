"""What is wrong with the ledger: schemas, rules, texts. `run.py` is the whole story; `rules/` one rule a file."""
