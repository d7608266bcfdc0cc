"""Whether what is to be shown is held by the words that it cites."""
