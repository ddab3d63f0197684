"""``python -m pipeline`` is ``berita``."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
