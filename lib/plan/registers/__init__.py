"""Registers: sheets of keyed rows that stand beside the tables of the decree."""
