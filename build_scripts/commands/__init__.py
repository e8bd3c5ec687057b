"""The commands of maintainers, one a file."""
