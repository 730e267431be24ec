"""The page of checks: every doubt by its name, with what it means."""

from __future__ import annotations

from inspect import cleandoc

from prisoners.checks.examine import ABOUT, DOUBTS

OPENING = """# Checks

Written from `prisoners/checks/` by `make docs`.

`prisoners check` looks for all of these, `prisoners check --only NAME` for one, `prisoners check WHO` for one person;
the exit code is 6 where there is anything. A finding names the record, says what is doubted, how grave it is (note,
doubt, wrong, danger), and what to type about it. A check never changes anything, and never decides who is right.

"""


def page(standing: str) -> str:
    """The whole page; what stands there now does not matter."""
    del standing
    sections = []
    for module in ABOUT:
        own = [name for name, doubt in DOUBTS.items() if doubt.__module__ == module.__name__]
        opening = cleandoc(module.__doc__ or "").partition("\n")[0].rstrip(".")
        told = "".join(f"\n### {name}\n\n{cleandoc(DOUBTS[name].__doc__ or '')}\n" for name in own)
        sections.append(f"## {opening}\n{told}")
    return f"{OPENING}There are {len(DOUBTS)} of them.\n\n" + "\n".join(sections)
