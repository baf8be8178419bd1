"""Benchmarks: one file each, with TITLE, WANTED and `measure()`; all print ratios."""
