"""Names of States, bodies, instruments and groups, and how to find them in text."""
