"""Records to tables, schemas and the run manifest."""
