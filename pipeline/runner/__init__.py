"""Plan, fingerprints, execution and the run folder."""
