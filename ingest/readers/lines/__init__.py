"""How structure is written as lines of text: table rows, bold words, divided words, pieces of HTML."""
