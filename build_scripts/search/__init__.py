"""The search index: records, names, text."""
