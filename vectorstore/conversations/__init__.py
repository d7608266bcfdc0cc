"""Who asked what, and what they thought of the answers."""
