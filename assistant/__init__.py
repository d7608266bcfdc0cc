"""A question in, a checked answer out; the command, the page and the question sets around it."""
