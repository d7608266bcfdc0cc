"""What was read made into a briefing that can be stored: named, dated, cut, embedded, compared."""
