"""What benchmarks measure with: ratios, a browser, sessions without one, servers."""
