"""The door: `prisoners` and `python -m prisoners` open it, and `cli.py` in a checkout."""

from prisoners.commands.menu import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
