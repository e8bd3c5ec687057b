"""What lies on disk, read once: package, tables, canonical form, formulas, problems."""
