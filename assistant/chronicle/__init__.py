"""Dated sentences in their order: the timeline of a subject, and the news."""
