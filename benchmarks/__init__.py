"""How fast the site is: one file a benchmark, each with `measure()` that yields results."""
