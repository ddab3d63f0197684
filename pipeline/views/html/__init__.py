"""HTML that every view shares: an article's text with coloured spans, its style, the words of the interface."""
