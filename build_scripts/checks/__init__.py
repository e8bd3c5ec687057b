"""One cross-table rule a file; `rule_problems` runs them all in one pass."""
