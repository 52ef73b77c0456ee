"""One module a change, the file's name beginning with its number."""
