"""Reads submissions on the protection of migrants: annotated datasets, theme statistics, a browsable report."""
