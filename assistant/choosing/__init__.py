"""Which sentences answer: how far each reaches the question, what it tells, which are chosen."""
