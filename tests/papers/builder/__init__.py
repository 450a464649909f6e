"""Builders of the papers: the truth first, then the file, by a real program."""
