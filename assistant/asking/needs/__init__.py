"""What a question needs to be told, by kind: figures, acts, events, outcomes, details."""
