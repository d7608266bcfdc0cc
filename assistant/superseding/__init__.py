"""What a newer statement does to an older one: it replaces, revises or ends it."""
