"""The News tab: what came in since a day, by party."""
