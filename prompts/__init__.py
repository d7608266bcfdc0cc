"""What is said to a chat model, one Markdown file each. There is none yet: answers are verbatim sentences."""
