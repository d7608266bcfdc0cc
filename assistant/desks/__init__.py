"""What a person can do with a home: where it is open, and handed over from elsewhere."""
