"""Arabic text as plain `str`: positions, graphemes, words, folding for search, and text for terminals."""
