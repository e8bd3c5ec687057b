"""Pairing Ledger: from CSV rows to a checked, drawn, searchable site."""
