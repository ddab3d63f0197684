"""Indonesian news text into tables: dates, officials, roles, figures and quotes, each row traced to its sentence."""

__version__ = "0.1.0"
