"""Many articles: chunks, processes, progress. Knows nothing of how anything is extracted."""
