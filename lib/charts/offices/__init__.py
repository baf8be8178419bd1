"""Figures with one row or two per perangkat daerah."""
