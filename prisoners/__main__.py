"""The door: `prisoners` and `python -m prisoners` open it, and `cli.py` in a checkout."""

import sys


def main() -> None:
    """Answer a plain question at once; open the menu for everything else."""
    from prisoners.commands.quick import answered

    if not answered(sys.argv[1:]):
        from prisoners.commands.menu import main as menu

        menu()


if __name__ == "__main__":
    main()
