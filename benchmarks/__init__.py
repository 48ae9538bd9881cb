"""How fast, how small: ratios measured side by side. ``python -m benchmarks`` runs all of it."""
