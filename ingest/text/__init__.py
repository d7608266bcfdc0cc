"""What a text says, whatever is made of it: its blocks and sentences, days, parties, language."""
