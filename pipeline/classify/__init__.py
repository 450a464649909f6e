"""Themes and status of a segmented document."""
