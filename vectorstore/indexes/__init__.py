"""What is derived from the catalogue to find passages by meaning and by words, and how it is kept in step."""
