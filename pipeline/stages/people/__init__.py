"""Names of persons as written, each with its titles, degrees and the evidence that makes it a name."""
