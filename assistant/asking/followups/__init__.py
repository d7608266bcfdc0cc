"""What a message leaves to the ones before it, and the question that it makes with them."""
