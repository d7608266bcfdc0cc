"""Web pages saved to disk: the article apart from what surrounds it, and what the page says of it."""
