"""Benchmarks: one module each, with TITLE and `measure()`; all are ratios of one run.

`measuring/` holds what they measure with, `peers/` the apps they compare with.
"""
