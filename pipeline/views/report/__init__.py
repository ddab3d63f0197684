"""The report: one self-contained HTML file with charts, a table of facts and the articles behind them."""
