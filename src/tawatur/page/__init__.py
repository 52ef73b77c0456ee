"""What a collation looks like: pages in HTML, stemmata as SVG, and the words that both share."""
