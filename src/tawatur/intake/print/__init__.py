"""What was printed, read back: from glyphs at their places to lines, paragraphs and the logical order of the text."""
