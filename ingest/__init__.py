"""Sources in, briefings stored: readers, dates, parties, passages."""
