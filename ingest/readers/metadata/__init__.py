"""What a document says of itself, whatever its format: title, author, date, publisher, address."""
