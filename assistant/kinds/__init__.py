"""Questions that have a way of their own: the latest, what is ahead, a rate, a term, an office."""
