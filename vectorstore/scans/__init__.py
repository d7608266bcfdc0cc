"""Search without an index: what is to be compared is read from the catalogue, all of it."""
