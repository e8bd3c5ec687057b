"""What contributors send, read as rows of the ledger: file → grid → cells → rows, one step a module."""
