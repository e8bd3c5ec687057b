"""What `release` does step by step: a state of the data, its files, what differs, the days of rows, the branch."""
