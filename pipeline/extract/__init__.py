"""Bytes to content: one reader a format, chosen by what the bytes are."""
