"""Every computed number is born here: pure functions from tables to views."""
