"""What a person typed: one line of it, put right, written out, and whether it asks anything."""
