"""The State tab: what is on file, and whether the home is sound."""
