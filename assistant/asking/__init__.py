"""What a question asks: its kind, its parts, what it leans on, what it needs to be told."""
