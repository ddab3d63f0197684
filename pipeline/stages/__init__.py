"""The extractors: one folder a stage, each with `patterns`, `find`, `resolve` and `component`."""
