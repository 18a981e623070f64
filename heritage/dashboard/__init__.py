"""The first screen of the officers, and whose desk it is."""
