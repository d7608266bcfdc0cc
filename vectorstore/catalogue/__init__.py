"""What is on file, in SQL: briefings, their versions, near-duplicates. The source of truth."""
