"""The door: `prisoners` and `python -m prisoners` open it, and `cli.py` in a checkout."""

import gc
import sys

SELDOM = 50_000, 20, 20
"""How many things are made before Python looks which of them hold each other, and so on for those that stay."""


def collect_seldom() -> None:
    """Look seldom for things that hold each other: rows do not, and a tenth of the time went into looking at them."""
    gc.set_threshold(*SELDOM)


def main() -> None:
    """Answer a plain question at once; open the menu for everything else."""
    from prisoners.commands.quick import answered

    collect_seldom()
    if not answered(sys.argv[1:]):
        from prisoners.commands.menu import main as menu

        menu()


if __name__ == "__main__":
    main()
