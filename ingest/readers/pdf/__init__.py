"""PDF: lines found by where they are printed, and put together to paragraphs."""
