"""The catalogue's tables, how an older one is brought up to date, and what their rows mean."""
