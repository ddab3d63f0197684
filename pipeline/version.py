"""The version of the package; stored with every output."""

__version__ = "0.1.0"
