"""Statistics and the browsable report."""
