"""What a document prints and what it means: numerals, figures, sections, occurrences."""
