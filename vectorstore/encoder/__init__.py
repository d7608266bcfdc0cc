"""The sentence encoder: its weights, what runs it, and texts turned into vectors."""
