"""All that a home keeps in one file, and back."""
