"""How right the pipeline is: gold files, one-to-one matching, scores by measure, and the rows that were missed."""
