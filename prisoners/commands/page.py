"""One prisoner on one screen: who, where, since when, on what charge, what happened, on whose word, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prisoners.commands.docket import case_lines, working_lines
from prisoners.commands.lines import Lines
from prisoners.commands.say import bold
from prisoners.commands.tables import padded, width
from prisoners.commands.testimony import source_lines
from prisoners.commands.words import Words
from prisoners.queries.case_file import CaseFile, Row, missing
from prisoners.store.references import write_reference

if TYPE_CHECKING:
    from prisoners.queries.sentencing import CaseSentence

_COUNTED = {
    "contacts": ("contact", "contacts"),
    "relations": ("relative or companion", "relatives or companions"),
    "health": ("medical fact", "medical facts"),
    "files": ("file", "files"),
}
"""How the rows that are kept back are counted in words."""


MOST_FILES = 5
"""Files that are told one by one of those in which somebody stands."""


def page(file: CaseFile, words: Words, *, why: bool = False) -> Iterator[str]:
    """The lines of the page from top to bottom; `why` shows how the law was applied, sentence by sentence."""
    lines = Lines(words)
    yield from _head(lines, file)
    yield ""
    yield from _situation(lines, file)
    yield from _person(lines, file)
    come_to = _come_to(file)
    for case in file.cases:
        yield from case_lines(lines, file, case)
        if case["id"] in come_to:
            yield from working_lines(lines, come_to[case["id"]], why=why)
    yield from _timeline(lines, file)
    yield from source_lines(lines, file)
    yield from _people_and_health(lines, file)
    yield from _work(lines, file)
    yield ""
    yield from _foot(lines, file)


def _come_to(file: CaseFile) -> dict[int, CaseSentence]:
    """Case → what it comes to; the law is not asked where nothing was judged."""
    if not file.judgments:
        return {}
    from prisoners.queries.working import sentencing_of

    return {one.case: one for one in sentencing_of(file)}


def _head(lines: Lines, file: CaseFile) -> Iterator[str]:
    person, words = file.person, lines.words
    shown = [name for name in (person["name_latin"], person["name_persian"]) if name]
    names = " · ".join(words.text(name) for name in shown)
    yield bold(f"{file.reference}  {names or 'without a name'}")
    others = [row for row in file.names if row["text"] not in shown]
    yield from lines.line(
        "", *(f"{words.text(row['text'])} ({words.code('name_kind', row['kind'])})" for row in others)
    )
    if person["withdrawn"]:
        yield from lines.line("", "WITHDRAWN: entered in error, not counted")
    if person["merged_into"]:
        yield from lines.line("", f"merged into {write_reference('prisoners', person['merged_into'])}")
    if file.merged:
        merged = ", ".join(write_reference("prisoners", number) for number in file.merged)
        yield from lines.line("", f"merged from {merged}")


def _situation(lines: Lines, file: CaseFile) -> Iterator[str]:
    person, words = file.person, lines.words
    yield from lines.line("Status", _status(words, person))
    if person["order_uncertain"]:
        yield from lines.line("", "dates leave the order of events open, so the status may be another")
    yield from lines.line("Place", *lines.place(person))
    yield from lines.line("Confirmed", words.date(person["verified_on"]), lines.said("by", file.confirmed_by))


def _status(words: Words, person: Row) -> str:
    if person["status"] is None:
        return "not recorded"
    said = words.code("custody_status", person["status"])
    if person["since"]:
        said += f" since {_with_length(words, person['since'])}"
    if person["held_since"] and person["held_since"] != person["since"]:
        said += f"; held since {_with_length(words, person['held_since'])}"
    return said


def _with_length(words: Words, stored: str) -> str:
    long = words.how_long(stored)
    return words.date(stored) + (f" ({long})" if long else "")


def _person(lines: Lines, file: CaseFile) -> Iterator[str]:
    person, words = file.person, lines.words
    age = words.age(person["born"])
    born = (
        f"born {words.date(person['born'])}" + (f" ({age} years old)" if age else "")
        if person["born"]
        else ""
    )
    yield from lines.line(
        "Person",
        words.code("gender", person["gender"]),
        born,
        lines.said("in", person["birthplace"]),
        lines.said("father", person["father"]),
        lines.said("living in", person["residence"]),
        lines.said("", person["occupation"]),
    )
    yield from lines.line(
        "",
        lines.said("", person["nationality"]),
        lines.said("also a national of", person["other_nationality"]),
        _presumed(words, person, "ethnicity"),
        _presumed(words, person, "religion"),
    )
    yield from lines.line("Targeted", *(_activity(lines, row) for row in file.activities))
    listed = (f"{words.text(row['list_name'])}:{words.text(row['number'])}" for row in file.external_ids)
    yield from lines.line("Elsewhere", *listed)
    yield from lines.line("Summary", lines.said("", person["summary"]))
    yield from lines.line("Note", lines.said("", person["note"]))
    yield from lines.line("From a list", lines.said("", person["import_note"]))


def _presumed(words: Words, person: Row, column: str) -> str:
    said = words.code(column, person[column])
    return f"{said} (presumed)" if said and person[f"{column}_presumed"] else said


def _activity(lines: Lines, row: Row) -> str:
    detail = f" ({lines.words.text(row['detail'])})" if row["detail"] else ""
    secondary = " [secondary]" if row["weight"] == "secondary" else ""
    return lines.words.code("activity", row["activity"]) + detail + secondary


def _timeline(lines: Lines, file: CaseFile) -> Iterator[str]:
    words = lines.words
    if not file.events:
        return
    yield ""
    yield bold("Timeline")
    days = [words.date(event["happened_on"]) or "day not known" for event in file.events]
    widest = max(map(width, days))
    for event, day in zip(file.events, days, strict=True):
        yield from lines.line(
            f"  {write_reference('events', event['id'])}",
            padded(day, widest) + "  " + words.code("event_kind", event["kind"]),
            f"until {words.date(event['until'])}" if event["until"] else "",
            f"→ {words.code('custody_status', event['status'])}" if event["status"] else "",
            *lines.place(event),
            words.code("authority", event["authority"]),
            words.code("violation", event["violation"]),
            f"{event['amount']:,} {words.text(event['currency'] or '')}"
            if event["amount"] is not None
            else "",
            lines.said("", event["summary"]),
            lines.said("note:", event["note"]),
        )


def _people_and_health(lines: Lines, file: CaseFile) -> Iterator[str]:
    words = lines.words
    for row in file.health:
        since = f"since {words.date(row['since'])}" if row["since"] else ""
        yield from lines.line(
            "Health", words.code("health_kind", row["kind"]), since, lines.said("", row["summary"])
        )
    for row in file.relations:
        other = write_reference("prisoners", row["other_id"]) if row["other_id"] else ""
        yield from lines.line(
            "Relative",
            words.code("relation_kind", row["kind"]),
            lines.said("", row["name"]),
            other,
            lines.said("", row["note"]),
        )
    for row in file.contacts:
        yield from lines.line(
            "Contact",
            words.code("contact_kind", row["kind"]),
            lines.said("", row["name"]),
            lines.said("", row["value"]),
            lines.said("", row["note"]),
        )


def _work(lines: Lines, file: CaseFile) -> Iterator[str]:
    words = lines.words
    for row in file.files:
        caption, kind = lines.said("", row["caption"]), words.code("file_kind", row["kind"])
        yield from lines.line(
            "File", write_reference("files", row["id"]), kind, caption, lines.said("", row["path"])
        )
    for row in file.interventions:
        yield from lines.line(
            "Action",
            write_reference("interventions", row["id"]),
            words.date(row["made_on"]),
            words.code("intervention_kind", row["kind"]),
            lines.said("", row["title"]),
            lines.said("to", row["addressee"]),
            words.code("intervention_response", row["response"]),
            lines.said("answer:", row["answer"]),
        )
    for row in file.follow_ups:
        yield from lines.line("To ask", words.date(row["due_on"]), lines.said("", row["ask"]))


def _foot(lines: Lines, file: CaseFile) -> Iterator[str]:
    person, words = file.person, lines.words
    yield from lines.line(
        "Outside",
        f"named: {words.code('naming_rule', person['naming'])}",
        f"basis: {words.code('publication_basis', person['basis'])}",
        lines.said("see", person["basis_source"]),
        *(_consent(lines, row) for row in file.consents),
    )
    yield from lines.line("In files", *_sent(lines, file))
    yield from lines.line("Missing", *missing(file))
    if file.kept_back:
        counted = [f"{number} {_COUNTED[name][number > 1]}" for name, number in file.kept_back.items()]
        yield from lines.line("Sealed", *counted[:-1], f"{counted[-1]}: --sealed shows them, and is noted")
    if file.updated:
        update, at = write_reference("updates", file.updated["id"]), file.updated["at"]
        by, because = words.text(file.updated["by_whom"]), words.text(file.updated["because"])
        yield from lines.line("Updated", f"{update} on {at[:10]} at {at[11:16]} UTC by {by}: {because}")


def _sent(lines: Lines, file: CaseFile) -> Iterator[str]:
    """The last files in which the person stands, and how many there are before them."""
    if len(file.sent) > MOST_FILES:
        yield f"{len(file.sent) - MOST_FILES:,} earlier"
    for row in file.sent[-MOST_FILES:]:
        told = (
            row["made_at"][:10],
            lines.said("", row["file_name"]),
            lines.words.code("audience", row["audience"]),
            lines.said("to", row["recipient"]),
            "recalled" if row["recalled_on"] else "",
        )
        yield f"{write_reference('exports', row['id'])} ({', '.join(filter(None, told))})"


def _consent(lines: Lines, row: Row) -> str:
    words = lines.words
    verdict = "refused" if row["refused"] else "withdrawn" if row["withdrawn_on"] else "given"
    day = row["withdrawn_on"] or row["given_on"]
    until = f" until {words.date(row['until'])}" if row["until"] else ""
    until += ", also after the death" if row["after_death"] else ""
    until += ", with restrictions" if row["restrictions"] else ""
    return (
        f"{words.code('consent_scope', row['scope'])} {verdict} by {words.code('consent_subject', row['subject'])}"
        + (f" {words.date(day)}" if day else "")
        + until
    )
