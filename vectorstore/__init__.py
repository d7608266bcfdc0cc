"""What is stored and how it is found: the catalogue, Chroma, tantivy, search."""
