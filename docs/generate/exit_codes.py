"""The page of exit codes: what a program that calls ours may rely on."""

from __future__ import annotations

from inspect import cleandoc

from prisoners import errors

OPENING = """# Exit codes

Written from `prisoners/errors.py` by `make docs`.

Data goes to stdout, talk to stderr; the exit code says how it went.

"""


def families() -> list[type[errors.PrisonersError]]:
    """The kinds of failure, by exit code."""
    return sorted(errors.PrisonersError.__subclasses__(), key=lambda family: family.exit_code)


def faults(code: int) -> list[type[errors.PrisonersError]]:
    """Every failure that ends with this code, by name."""
    found = [fault for family in families() for fault in family.__subclasses__() if fault.exit_code == code]
    return sorted(found, key=lambda fault: fault.__name__)


def page(standing: str) -> str:
    """The whole page; what stands there now does not matter."""
    del standing
    table = "".join(f"| {code} | {meaning} |\n" for code, meaning in errors.MEANINGS.items())
    sections = "".join(
        f"\n## {code}: {meaning}\n\n"
        + "".join(f"* **{fault.__name__}**: {cleandoc(fault.__doc__ or '')}\n" for fault in faults(code))
        for code, meaning in errors.MEANINGS.items()
        if faults(code)
    )
    return f"{OPENING}| code | meaning |\n|---|---|\n{table}{sections}"
