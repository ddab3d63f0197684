"""Where tables are kept: Parquet parts and CSV files. Knows nothing of how rows are made."""
