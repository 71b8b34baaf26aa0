"""Benchmarks: each prints one table, with ratios taken in one run."""
