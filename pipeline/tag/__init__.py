"""Entities and objectives of a segmented document."""
