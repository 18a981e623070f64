"""What `make` runs; the modules named in the Makefile need nothing but Python's standard library."""
