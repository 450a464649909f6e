"""The stages, in one visible table."""
