"""Builds that follow the files they were made from."""
