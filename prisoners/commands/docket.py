"""A case on the page: what somebody is charged with, what which court decided, and to what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prisoners.commands.lines import Lines
from prisoners.commands.say import bold
from prisoners.queries.case_file import CaseFile, Row
from prisoners.store.references import write_reference

if TYPE_CHECKING:
    from prisoners.queries.groups import Group
    from prisoners.queries.sentencing import CaseSentence


def case_lines(lines: Lines, file: CaseFile, case: Row) -> Iterator[str]:
    """One case with its charges, judgments and sentences."""
    words = lines.words
    yield ""
    yield (
        bold(f"Case {write_reference('cases', case['id'])}") + f"  {words.code('legal_stage', case['stage'])}"
    )
    yield from lines.line(
        "  arrested",
        words.date(case["arrested_on"]),
        lines.said("at", case["arrested_at"]),
        case["arrested_by"] and f"by {words.code('authority', case['arrested_by'])}",
        _warrant(case["warrant_shown"]),
    )
    yield from lines.line(
        "  file",
        lines.said("", case["file_number"]),
        lines.said("also", case["other_numbers"]),
        lines.said("group", case["group_name"]) if case["id"] not in file.groups else "",
        lines.said("lawyer", case["lawyer"]),
    )
    yield from _group(lines, file.groups.get(case["id"]))
    for charge in _of(file.charges, "case_id", case):
        yield from lines.line(f"  {write_reference('charges', charge['id'])}", *_charge(lines, charge))
    for judgment in _of(file.judgments, "case_id", case):
        yield from lines.line(
            f"  {write_reference('judgments', judgment['id'])}", *_judgment(lines, judgment)
        )
        yield from lines.line("", _chaired(lines, file.chairs.get(judgment["id"], [])))
        for sentence in _of(file.sentences, "judgment_id", judgment):
            yield from lines.line(
                f"   {write_reference('sentences', sentence['id'])}", *_sentence(lines, sentence)
            )
    yield from lines.line("  note", lines.said("", case["note"]))


def working_lines(lines: Lines, one: CaseSentence, *, why: bool) -> Iterator[str]:
    """What a case comes to: announced, enforceable and because of what, the projected release; with `why` all of it."""
    from prisoners.queries.working import announced, because, release

    words, language = lines.words, lines.words.language
    merged = ", ".join(write_reference("cases", case) for case in one.merged)
    told = because(one, language)
    yield from lines.line(
        "  comes to",
        f"announced {words.text(announced(one, language))}"
        + (f" (“{words.text(one.announced)}”)" if one.announced else ""),
        f"enforceable {words.text(one.enforceable.told(language))}"
        + (f" (because: {words.text(told)})" if told and not why else ""),
        f"together with {merged}, merged" if merged else "",
    )
    yield from lines.line("  release", *map(words.text, release(one, language)))
    if why:
        for sentence in (*one.enforceable.sentences(language), *one.projection.sentences(language)):
            yield from lines.line("  why", words.text(sentence))
    elif one.enforceable.reasons or one.projection.reasons:
        yield from lines.line("", "--why shows the working and its inputs")


def _of(rows: list[Row], column: str, parent: Row) -> list[Row]:
    return [row for row in rows if row[column] == parent["id"]]


def _group(lines: Lines, group: Group | None) -> Iterator[str]:
    """Who is tried together with whom, and what each is to serve; the sum of the press is nobody's sentence."""
    if group is None:
        return
    from prisoners.commands.group_of import tried_together

    words = lines.words
    told = f"{words.text(group.name)}: {tried_together(group)}"
    yield from lines.line("  group", f"{told}. {words.text(group.sentence(words.language))}".rstrip())


def _chaired(lines: Lines, chairs: list[Row]) -> str:
    """Who chaired the branch when it gave a judgment that names no judge: an inference, with what it rests on."""
    said = [
        f"{lines.words.name(one, 'name_en', 'name_fa')} ({one['posting']}{'' if one['certainly'] else ', perhaps'})"
        for one in chairs
    ]
    return f"no judge named; the branch was then chaired by {' or '.join(said)}: inferred" if said else ""


def _warrant(shown: int | None) -> str:
    return "" if shown is None else "with a warrant" if shown else "without a warrant"


def _charge(lines: Lines, row: Row) -> tuple[str, ...]:
    words = lines.words
    bis = f"-{row['bis']}" if row["bis"] else ""
    article = words.text(f"{row['law']} {row['article']}{bis}") if row["law"] else ""
    offence = words.name(row, "name_en", "name_fa") if row["name_en"] else ""
    quoted = f"“{words.text(row['quoted'])}”" if row["quoted"] else ""
    return (
        " ".join(part for part in (article, offence, quoted) if part),
        words.code("charge_state", row["state"]),
        f"instead of {write_reference('charges', row['instead_of'])}" if row["instead_of"] else "",
        f"brought {words.date(row['laid_on'])}" if row["laid_on"] else "",
        f"for an act of {words.date(row['act_on'])}" if row["act_on"] else "",
    )


def _judgment(lines: Lines, row: Row) -> tuple[str, ...]:
    words = lines.words
    return (
        words.date(row["given_on"]) or "undated",
        words.code("instance", row["instance"]),
        words.name(row, "court", "court_fa") if row["court"] else "",
        lines.said("branch", row["branch"]),
        f"judge {words.name(row, 'judge', 'judge_fa')}" if row["judge"] else "",
        "in absentia" if row["in_absentia"] else "",
        words.code("outcome", row["outcome"]),
        f"notified {words.date(row['notified_on'])}" if row["notified_on"] else "",
        lines.said("announced:", row["announced_total"]),
        f"reported as enforceable: {reported}" if (reported := words.term(row, "reported_")) else "",
        "merges earlier judgments" if row["merges"] else "",
    )


def _sentence(lines: Lines, row: Row) -> tuple[str, ...]:
    words = lines.words
    return (
        _punishment(lines, row),
        lines.said("in", row["place"]),
        f"for {write_reference('charges', row['charge_id'])}" if row["charge_id"] else "",
        f"“{words.text(row['quoted'])}”" if row["quoted"] else "",
        _suspension(lines, row),
        "may be exchanged for a fine" if row["convertible"] else "",
        _what_became(lines, row),
        f"release reported for {words.date(row['official_release'])}" if row["official_release"] else "",
    )


def _punishment(lines: Lines, row: Row) -> str:
    """What is imposed, and how much of it: `imprisonment 5 years`, `74 lashes`, `fine 50,000,000 IRR`."""
    words = lines.words
    if row["lashes"] and row["kind"] == "lashes":
        return f"{row['lashes']} {words.code('sentence_kind', row['kind'])}"
    amount = f"{row['amount']:,} {row['currency'] or ''}".strip() if row["amount"] is not None else ""
    lashes = f"and {row['lashes']} lashes" if row["lashes"] else ""
    told = (words.code("sentence_kind", row["kind"]), words.term(row), lashes, words.text(amount))
    return " ".join(part for part in told if part)


def _suspension(lines: Lines, row: Row) -> str:
    """How much of it is suspended, and under how many years of probation."""
    part = lines.words.term(row, "suspended_")
    told = "wholly suspended" if row["suspended"] else f"{part} of it suspended" if part else ""
    years = row["probation_years"]
    return f"{told} for {years} {'year' if years == 1 else 'years'} of probation" if told and years else told


def _what_became(lines: Lines, row: Row) -> str:
    """What became of it, and to what it was reduced or commuted."""
    words = lines.words
    state = words.code("sentence_state", row["state"])
    now = " ".join(filter(None, (words.code("sentence_kind", row["becomes"]), words.term(row, "reduced_"))))
    whose = {None: "", 0: " by a court", 1: " by pardon"}[row["by_pardon"]] if now else ""
    return f"{state} to {now}{whose}" if now else state
