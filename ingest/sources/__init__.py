"""What a person can name, and what there is to read in it: files, folders, archives, pages, pasted text."""
