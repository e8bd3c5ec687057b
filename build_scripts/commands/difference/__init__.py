"""What a change of the data changes: records, then totals, sums, signals, coverage; told as Markdown or HTML."""
