"""Every failure a user can meet: its sentence, its next step, its exit code."""

from __future__ import annotations

from typing import ClassVar

FAULT, TYPED, MISSING, WRONG, FORBIDDEN, FINDINGS, UNCLEAR, DATABASE = range(1, 9)

MEANINGS: dict[int, str] = {
    0: "done",
    FAULT: "a fault in the program",
    TYPED: "typed wrongly",
    MISSING: "no such thing",
    WRONG: "the record would not be right",
    FORBIDDEN: "forbidden",
    FINDINGS: "the data has findings",
    UNCLEAR: "an import is unclear or in conflict",
    DATABASE: "the database will not do",
}


class PrisonersError(Exception):
    """A command cannot be carried out: what happened and why, what to type next, the exit code."""

    exit_code: ClassVar[int] = FAULT

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class TypedWrongly(PrisonersError):
    """What was typed cannot be understood."""

    exit_code = TYPED


class NoSuchThing(PrisonersError):
    """A reference, a name or a word stands for nothing that is recorded."""

    exit_code = MISSING


class NotRight(PrisonersError):
    """The record would not be right if this were written."""

    exit_code = WRONG


class Forbidden(PrisonersError):
    """The house's rules refuse this."""

    exit_code = FORBIDDEN


class ImportUnclear(PrisonersError):
    """A spreadsheet cannot be taken in before somebody decides."""

    exit_code = UNCLEAR


class DatabaseRefuses(PrisonersError):
    """The database cannot be opened, read or written."""

    exit_code = DATABASE


class UnknownList(NoSuchThing):
    """There is no closed list of that name."""

    def __init__(self, code_list: str, known: list[str], nearest: list[str]) -> None:
        meant = f"Did you mean {' or '.join(nearest)}? `prisoners words` shows them all."
        super().__init__(
            f"There is no list called “{code_list}”.", meant if nearest else f"Lists are: {', '.join(known)}."
        )


class UnknownWord(NoSuchThing):
    """A word is neither a code of its closed list nor what a code is called in English or Persian."""

    def __init__(self, code_list: str, text: str, nearest: list[str]) -> None:
        meant = f"Did you mean {' or '.join(nearest)}? " if nearest else ""
        hint = f"{meant}`prisoners words {code_list}` shows every word of it."
        super().__init__(f"“{text}” is not a word of the list {code_list}.", hint)
        self.code_list = code_list
        self.text = text
        self.nearest = nearest


class FormNotRight(NotRight):
    """Fields of a form that cannot be recorded as they are."""

    def __init__(self, thing: str, faults: list[tuple[str, str]]) -> None:
        self.thing, self.faults = thing, faults
        listed = "; ".join(f"{field}: {fault}" if field else fault for field, fault in faults)
        super().__init__(
            f"The {thing.lower()} would not be right: {listed}.", "Correct the fields named and try again."
        )


class TermUnreadable(TypedWrongly):
    """A length of punishment that cannot be read as years, months and days."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” cannot be read as a term.",
            "Write years, months and days apart: 2 years and 7½ months, 1 y 40 d, ۵ سال و ۶ ماه.",
        )
        self.text = text


class TermInDecimals(TermUnreadable):
    """A number of years with a decimal point: a total of the press, never the words of a judgment."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.sentence = f"“{text}” has a decimal point, which says neither months nor days."
        self.args = (self.sentence,)
        self.hint = "Keep it among the announced words, and enter each component in years, months and days."


class TermNegative(NotRight):
    """A term cannot have less than no years, months or days."""

    def __init__(self, years: int, months: int, days: int) -> None:
        super().__init__(
            f"A term of {years} years, {months} months and {days} days is less than nothing.",
            "Years, months and days are whole numbers from 0 upwards.",
        )


class PartLongerThanWhole(NotRight):
    """What is taken away from a term is longer than the term."""

    def __init__(self, part: str, whole: str) -> None:
        super().__init__(f"{part} cannot be taken from {whole}.", "Check the suspended or reduced part.")


class NotAReference(TypedWrongly):
    """A text that is no reference such as P-0042."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” is not a reference.", "References look like P-0042, C-0007, E-0133 or S-0012."
        )


class NoRegistry(NoSuchThing):
    """There is no registry file yet."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no registry here ({name} does not exist).",
            "`prisoners init` makes one; `prisoners init --example` makes one with invented people.",
        )


class LinkedRegistry(Forbidden):
    """The registry file is reached through a link, which could lead elsewhere tomorrow."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is a link or not a plain file.", "Name the file itself, with a single name on disk."
        )


class NotARegistry(DatabaseRefuses):
    """The file is something else, or damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is not a registry of prisoners, or it is damaged.",
            "Check the path; `prisoners restore` brings back a backup without touching this file.",
        )


class NewerRegistry(DatabaseRefuses):
    """The file was written by a newer program."""

    def __init__(self, name: str, found: int, known: int) -> None:
        super().__init__(
            f"{name} was written by a newer version (schema {found}; this program knows {known}). It was not touched.",
            "Update the program and try again.",
        )


class OlderRegistry(DatabaseRefuses):
    """The file needs migration steps first."""

    def __init__(self, name: str, found: int, known: int) -> None:
        super().__init__(
            f"{name} was written by an older version (schema {found}; this program writes {known}).",
            "`prisoners db migrate` brings it up to date, after a verified backup.",
        )


class DatabaseLocked(DatabaseRefuses):
    """Another program is writing and does not finish."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"Another program has been writing to the registry for more than {seconds} seconds. Nothing was written.",
            "Close the other program, then type the command again.",
        )


class ReadOnlyRegistry(DatabaseRefuses):
    """The file or its folder cannot be written."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} or its folder cannot be written. Nothing was changed.",
            "Check the permissions of the folder, or copy the registry to a disk that can be written.",
        )


class DiskFull(DatabaseRefuses):
    """The disk is full or failed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The disk is full or failed while {name} was written. What was there before still stands.",
            "Make room on the disk, then type the command again.",
        )


class RegistryExists(Forbidden):
    """A registry stands already where a new one was asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} exists already and was not touched.",
            "Choose another folder with --home, or use this registry.",
        )


class NothingBecause(NotRight):
    """An update without a writer or a reason."""

    def __init__(self) -> None:
        super().__init__(
            "Every change says who makes it and because of what.",
            "Add --because with a source reference (S-0012), an address, or a sentence; `--because -` asks for it.",
        )


class NothingChanged(PrisonersError):
    """A unit of work that wrote nothing; no update is recorded. Not a failure for the person who typed it."""

    exit_code: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__("Nothing changed: the registry says this already.")


class NoSuchRow(NoSuchThing):
    """A reference to nothing that is recorded."""

    def __init__(self, reference: str) -> None:
        finds = {
            "P": "`prisoners list` and `prisoners search` find people.",
            "EX": "`prisoners exports` lists the files that were made.",
            "I": "`prisoners intervention list` has them all.",
        }
        records = (
            "`prisoners show` has the references of a person's records; what has a `list` shows its own."
        )
        hint = finds.get(reference.upper().partition("-")[0], records)
        super().__init__(f"There is no {reference} in this registry.", hint)


class UpdateLeftOpen(DatabaseRefuses):
    """Another program opened an update and never closed it."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"{reference} was opened by another program and never closed. Nothing was written.",
            "`prisoners verify` shows it; `prisoners restore` brings back the last backup.",
        )


class StaleEdit(NotRight):
    """The record changed since the edit began."""

    def __init__(self, reference: str, version: str, changes: list[str]) -> None:
        more = f"; and {len(changes) - 5} more" if len(changes) > 5 else ""  # noqa: PLR2004 -- as many as are told
        told = "; ".join(changes[:5]) + more
        super().__init__(
            f"{reference} was changed since {version}: {told}.",
            f"`prisoners show {reference}` shows it as it is now; then make your change again.",
        )


class BackupNotSound(DatabaseRefuses):
    """A copy that is not the registry it was made from, or is damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is damaged: it does not pass the examination. It was not used.",
            "Use an older backup: `prisoners backup --list`.",
        )


class MigrationFailed(DatabaseRefuses):
    """A migration step went wrong; everything is as it was."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The registry could not be brought up to date: {why}. It is as it was.", "")


class DateNotRead(NotRight):
    """What was written is no date that can be read without guessing."""

    def __init__(self, words: str, why: str, hint: str = "") -> None:
        super().__init__(
            f"“{words}” was not read as a date: {why}.",
            hint
            or "Write a date such as 25 Shahrivar 1401, 1401/06/25, 2022-09-16, spring 1401 or before 1398.",
        )
        self.words = words
        self.why = why


class DateAmbiguous(NotRight):
    """What was written can be read as more than one date."""

    def __init__(self, words: str, readings: tuple[object, ...], shown: tuple[str, ...]) -> None:
        super().__init__(
            f"“{words}” can be read in more than one way: {'; or '.join(shown)}.",
            f"Write the one that is meant in full, for example: {shown[0].split(' · ')[0]}" if shown else "",
        )
        self.words = words
        self.readings: tuple[object, ...] = readings


class DatesDisagree(DateAmbiguous):
    """What was written says the same date twice, in two calendars, and the two are different days."""

    def __init__(self, words: str, readings: tuple[object, ...], shown: tuple[str, ...]) -> None:
        super().__init__(words, readings, shown)
        self.sentence = f"“{words}” says two different dates: {'; and '.join(shown)}."
        self.args = (self.sentence,)


class ImpossibleDate(NotRight):
    """A day that its month does not have."""

    def __init__(self, day: int, month: str, year: int | None, last: int) -> None:
        whole = f"{month} {year}" if year is not None else month
        super().__init__(
            f"{day} {whole} does not exist: {whole} has {last} days.",
            f"The last day of the month is {last} {whole}.",
        )
        self.month = month
        self.last = last


class SettingWrong(TypedWrongly):
    """A setting that is not understood."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"A setting is not understood: {why}.", "`prisoners settings` shows and changes them."
        )


class NobodyWrites(TypedWrongly):
    """Nobody has said who is writing on this computer."""

    def __init__(self) -> None:
        super().__init__(
            "Every update is signed, and nobody has said who is writing here.",
            "`prisoners init --by NAME` for a new registry, `prisoners settings --by NAME` for one that is there.",
        )


class NobodyFound(NoSuchThing):
    """No prisoner of that name, reference or foreign number."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"Nobody in this registry is found for “{text}”.",
            "`prisoners search` looks in both scripts; `prisoners add` records a new person.",
        )


MOST_CANDIDATES = 9
"""People named in one sentence when a name could mean many."""


class AmbiguousName(NoSuchThing):
    """Several prisoners could be meant; none is picked silently."""

    def __init__(self, text: str, candidates: list[str]) -> None:
        listed = "; ".join(candidates[:MOST_CANDIDATES])
        more = f"; and {len(candidates) - MOST_CANDIDATES} more" if len(candidates) > MOST_CANDIDATES else ""
        super().__init__(
            f"“{text}” could be several people: {listed}{more}.",
            "Type the reference of the one you mean, such as P-0042.",
        )


class OnlyNear(NoSuchThing):
    """Nobody has quite this name, and whose name is near is not taken silently."""

    def __init__(self, text: str, reference: str, candidate: str) -> None:
        super().__init__(
            f"Nobody is called just “{text}”; the nearest is {candidate}.",
            f"If that is who you mean, type {reference}; `prisoners search` looks further.",
        )


class NoSuchTable(NoSuchThing):
    """A table that is not recorded."""

    def __init__(self, table: str, tables: list[str]) -> None:
        super().__init__(f"There is no table “{table}”.", f"There are {', '.join(tables)}.")


class NotInCatalogue(NoSuchThing):
    """A prison, court, offence or official that the reference list does not have."""

    def __init__(self, table: str, text: str, nearest: list[str]) -> None:
        one = table.removesuffix("s")
        ask = f"Did you mean {' or '.join(nearest)}? " if nearest else ""
        super().__init__(
            f"There is no {one} called “{text}” in the list.",
            f"{ask}`prisoners {one} list` shows them all; `prisoners {one} add` records a new one.",
        )


class AmbiguousInCatalogue(NoSuchThing):
    """Several entries of a reference list are called this."""

    def __init__(self, text: str, entries: list[str]) -> None:
        super().__init__(
            f"“{text}” could be {'; '.join(entries)}.", "Type the reference of the one you mean."
        )


class NotAFact(TypedWrongly):
    """An argument that is no FIELD=VALUE."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is not FIELD=VALUE.", "Such as name_fa=اوین or closed_on='August 2023'.")


class NoSuchBackup(NoSuchThing):
    """No backup of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no backup {name}.", "`prisoners backup --list` shows those there are.")


class NotANumber(TypedWrongly):
    """A count that is not a whole number."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(
            f"{field}: “{text}” is not a whole number.", "Write digits, in either script: 74 or ۷۴."
        )


class NotYesOrNo(TypedWrongly):
    """A flag that is neither yes nor no."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(f"{field}: “{text}” is neither yes nor no.", "Write yes or no (بله، خیر).")


class OfAnotherPerson(NotRight):
    """A record of one person was tied to a record of another."""

    def __init__(self, field: str, reference: str, whose: str) -> None:
        super().__init__(
            f"{field}: {reference} is a record of {whose}, not of this person.",
            f"`prisoners show {whose}` shows it.",
        )


class AheadOfToday(NotRight):
    """Something is said to have happened on a day that has not come yet."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(
            f"{field}: {words} has not come yet, so nothing can have happened then.",
            "What is only planned is an event of the kind hearing or execution_scheduled, without a status."
            if field == "happened_on"
            else "Correct the year.",
        )


class StatusNeeded(TypedWrongly):
    """What happened can leave a person in more than one status."""

    def __init__(self, kind: str, statuses: list[str]) -> None:
        super().__init__(
            f"After an event of the kind {kind} the custody status is not clear.",
            f"Add --status: {', '.join(statuses)}, or none if it did not change.",
        )
        self.statuses = statuses


class ReleaseBeforeArrest(NotRight):
    """A release on a day before the person was ever arrested."""

    def __init__(self, words: str, arrests: list[str]) -> None:
        super().__init__(
            f"A release on {words} lies before every arrest that is recorded ({', '.join(arrests)}).",
            "Report the earlier arrest first (its day may stay empty), or correct the day.",
        )


class AfterDeath(NotRight):
    """Something happened to a person who was dead by then."""

    def __init__(self, what: str, death: str) -> None:
        super().__init__(
            f"{what} cannot come after {death}, by which the person is dead.",
            f"If the death was reported in error: `prisoners event withdraw {death}`; else correct the day.",
        )


class DeathBefore(NotRight):
    """A death on a day before things that are recorded as happening later."""

    def __init__(self, words: str, later: list[str]) -> None:
        super().__init__(
            f"A death on {words} lies before what is recorded as happening later: {', '.join(later)}.",
            "Correct the day, or withdraw what did not happen: `prisoners event withdraw E-…`.",
        )


class DiedTwice(NotRight):
    """A second death of one person."""

    def __init__(self, what: str, death: str) -> None:
        super().__init__(
            f"{what}: this person's death is recorded already, as {death}.",
            f"`prisoners event amend {death}` corrects it; `prisoners cite S-… {death} --field happened_on --value …`"
            " keeps what another source says of it.",
        )


class NoneYet(NotRight):
    """A person without a case or a judgment to which something could belong."""

    def __init__(self, person: str, table: str) -> None:
        one = table.removesuffix("s")
        how = f"case open {person}" if table == "cases" else f"{one} add {person}"
        super().__init__(f"{person} has no {one} yet.", f"`prisoners {how}` records one.")


class WhichOne(TypedWrongly):
    """A person with several cases or judgments, and nobody said which is meant."""

    def __init__(self, person: str, table: str, references: list[str]) -> None:
        super().__init__(
            f"{person} has several {table}: {', '.join(references)}.",
            "Type the reference of the one you mean.",
        )


class NameNeeded(NotRight):
    """A person without a name."""

    def __init__(self) -> None:
        super().__init__(
            "A person needs a name, in either script.",
            "Add --name; a person whose name nobody knows is recorded as unknown or ناشناس.",
        )


class LastName(NotRight):
    """The only name of a person was to be withdrawn."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"{reference} is the only name of this person.",
            "Record the right name first, then withdraw this one.",
        )


class NumberTaken(NotRight):
    """A number of a foreign list that stands for somebody else already."""

    def __init__(self, number: str, person: str) -> None:
        super().__init__(
            f"{number} is recorded as the number of {person} already.",
            f"`prisoners show {person}` shows who that is; two records of one person can be merged.",
        )


class NotANumberOfAList(TypedWrongly):
    """A foreign number without the name of its list."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” is not LIST:NUMBER.", "Such as hrana:5081: a short name of the list, then its number."
        )


class RowWithdrawn(NotRight):
    """A record that was withdrawn and no longer counts was to be changed."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"{reference} was withdrawn and no longer counts.",
            "`prisoners undo U-…` takes the withdrawal back; `prisoners history` shows which update it was.",
        )


class MergedAway(NotRight):
    """A record that was merged into another was to be changed."""

    def __init__(self, reference: str, survivor: str) -> None:
        super().__init__(f"{reference} was merged into {survivor}.", f"Make the change in {survivor}.")


class AlreadyUndone(NotRight):
    """An update that was undone before."""

    def __init__(self, update: str, undo: str) -> None:
        super().__init__(
            f"{update} was undone by {undo} already.", f"`prisoners undo {undo}` brings it back."
        )


class UndoBlocked(NotRight):
    """Later updates stand on what was to be undone."""

    def __init__(self, update: str, later: list[tuple[str, str]]) -> None:
        told = "; ".join(f"{other}: {what}" for other, what in later[:5])
        super().__init__(
            f"{update} cannot be undone, since later updates changed the same fields or built on it: {told}.",
            f"Undo the later ones first, newest first: `prisoners undo {later[0][0] if later else 'U-…'}`.",
        )
        self.later = later


class UndoErased(NotRight):
    """What was to be brought back was erased for someone's safety."""

    def __init__(self, update: str) -> None:
        super().__init__(
            f"{update} cannot be undone: values it wrote were erased for someone's safety.",
            "What still stands can be corrected with `prisoners amend` or withdrawn.",
        )


class NotUndoable(NotRight):
    """An update of a kind that undoing cannot take back."""

    def __init__(self, update: str, kind: str) -> None:
        super().__init__(
            f"{update} is a {kind} and cannot be undone.",
            "`prisoners restore` brings back a backup of the whole registry.",
        )


class AddressTaken(NotRight):
    """The address of a source that stands already."""

    def __init__(self, url: str, source: str) -> None:
        super().__init__(
            f"{source} has the address {url} already.",
            f"Cite {source}, or `prisoners source amend {source}`.",
        )


class StillCited(NotRight):
    """A source on whose word records stand was to be withdrawn without saying so."""

    def __init__(self, source: str, citations: int) -> None:
        super().__init__(
            f"{citations} statement(s) rest on {source}.",
            "Add --with-citations to withdraw them too; `prisoners source show` lists them.",
        )


class NoSuchFile(NoSuchThing):
    """A file that is not there, or is no plain file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not there, or is no plain file.", "Check the path and try again.")


class FilterUnreadable(TypedWrongly):
    """A filter of `list` that makes no sense."""

    def __init__(self, text: str, why: str, rest: str = "") -> None:
        where = f" (before “{rest[:40]}”)" if rest else ""
        super().__init__(
            f"The filter “{text[:200]}” is not understood: {why}{where}.",
            "Such as 'status:serving born<1990 -charge:610 missing:source'; `prisoners list --fields` explains it.",
        )


class UnknownField(TypedWrongly):
    """A field that the list language does not know."""

    def __init__(self, field: str, nearest: list[str]) -> None:
        meant = f"Did you mean {' or '.join(nearest)}? " if nearest else ""
        super().__init__(
            f"There is no field “{field}”.", f"{meant}`prisoners list --fields` explains all of them."
        )
        self.field = field
        self.nearest = nearest


class ValueNotUnderstood(TypedWrongly):
    """A value that a field of the list language cannot have."""

    def __init__(self, field: str, value: str, nearest: list[str], says: str = "") -> None:
        hint = f"Did you mean {' or '.join(nearest)}? " if nearest else ""
        super().__init__(
            f"“{value}” is no {field}.",
            f"{hint}{says}".strip() or "`prisoners list --fields` explains what it takes.",
        )
        self.field, self.value, self.nearest = field, value, nearest


class NoSuchComparison(TypedWrongly):
    """A field that is neither less nor more than anything."""

    def __init__(self, field: str, sign: str) -> None:
        super().__init__(f"{field} has no order: it cannot stand before {sign}.", f"Write {field}:… instead.")


class NoSuchField(NoSuchThing):
    """A record has no such field."""

    def __init__(self, table: str, field: str, fields: list[str]) -> None:
        super().__init__(f"{table} has no field “{field}”.", f"It has {', '.join(fields)}.")


class NotConfirmed(Forbidden):
    """Something that cannot be undone was not confirmed."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Nothing was done: {what} must be confirmed at a terminal, or with --yes.")


class CellNotWritable(NotRight):
    """A text that cannot stand in a cell; nothing was replaced."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            f"The cell {place} cannot be written: {why}. Nothing was replaced.",
            "Correct the record (`prisoners history` shows where the text comes from), then export again.",
        )


class SheetTooLong(NotRight):
    """More rows than a sheet can have."""

    def __init__(self, sheet: str, rows: int, most: int) -> None:
        super().__init__(
            f"The sheet {sheet} would have {rows:,} rows; a sheet has {most:,} at most. Nothing was replaced.",
            "Export fewer people at a time, or write to .csv or .jsonl.",
        )


class FileNotSound(DatabaseRefuses):
    """A file that was written and could not be read back as it should be."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} could not be read back as it was written. What was there before still stands.",
            "Check the room on the disk and try again.",
        )


class UnknownFormat(TypedWrongly):
    """A file name whose ending says no format that is written or read."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(
            f"The ending of “{name}” names no format known here.", f"Endings are {', '.join(known)}."
        )


class NothingToExport(Forbidden):
    """Nobody of those who were asked for may be shown to this audience."""

    def __init__(self, asked: int, audience: str, reasons: list[tuple[str, int]]) -> None:
        verb = {"public": "published", "advocates": "shared with advocates"}.get(audience, "exported")
        told = "; ".join(f"{number:,}: {why}" for why, number in reasons)
        if told:
            said = f"0 of {asked:,} may be {verb} ({told}). Nothing was written."
        else:
            said = "Nothing was written: nobody was found who is meant by this."
        super().__init__(said, " ".join(_ways_to_show([why for why, _ in reasons])))


def _ways_to_show(reasons: list[str]) -> list[str]:
    """What can be typed so that somebody may be shown, by the reasons why nobody may."""
    if not reasons:
        return ["`prisoners list` with the same filter shows who is meant; without one it is everybody."]
    ways = []
    if any("basis" in why for why in reasons):
        ways.append(
            "A basis: `prisoners amend P-0042 --basis already_public --basis-source https://…`; or a consent to "
            "publish or share: `prisoners consent add P-0042`."
        )
    if any("consent" in why and ("refused" in why or "withdrawn" in why) for why in reasons):
        ways.append("A no stands until the same one agrees on a later day: `prisoners consent list P-0042`.")
    if any("ended with the death" in why for why in reasons):
        ways.append("Ask the family: `prisoners consent add P-0042 --scope publish --subject family`.")
    if any("standing in this list" in why for why in reasons):
        ways.append("Who is not named in full can be asked for by reference alone: P-0042.")
    return [*ways, "Colleagues inside the house: `--audience internal`."]


class SheetUnreadable(ImportUnclear):
    """A spreadsheet that cannot be read at all."""

    def __init__(self, name: str, why: str, hint: str = "") -> None:
        super().__init__(
            f"{name} was not read: {why}.",
            hint or "Open it, save it anew as .xlsx or as .csv in UTF-8, and try again.",
        )
        self.why = why


class MappingWrong(TypedWrongly):
    """A mapping file that is not understood."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"The mapping {name} is not understood: {why}.",
            "`docs/mappings.md` explains mappings; data/reference/mappings holds one that works.",
        )


class RowsUnclear(ImportUnclear):
    """Rows and cells about which somebody must decide before an import can be applied."""

    def __init__(self, rows: int, conflicts: int, cells: int, name: str) -> None:
        parts = [
            (rows, "row could be somebody of the registry", "rows could be people of the registry"),
            (conflicts, "cell contradicts the registry", "cells contradict the registry"),
            (cells, "cell was not read", "cells were not read"),
        ]
        told = "; ".join(
            f"{number:,} {one if number == 1 else many}" for number, one, many in parts if number
        )
        super().__init__(
            f"{name} was not applied: {told}. Nothing was written.",
            "Say what to do with them: --review FILE.xlsx to decide row by row, --skip-unclear or --unclear-as-new; "
            "--leave-conflicts; --skip-unread (each is kept in the import note).",
        )


class NotADay(TypedWrongly):
    """A month or a year where one day is needed."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” is not one day.",
            "Name the day, such as 5 Dey 1404 or 2026-01-05; or an update, such as U-0123.",
        )


class NotOfThisForm(TypedWrongly):
    """A form names a record that did not stand in it."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"{reference} did not stand in this form.",
            "What is new has no `ref`; leave the references of the others as they are.",
        )


class NotInForm(NotRight):
    """A form counts a case or a charge that it does not have: `#3`."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(
            f"{field}: there is no {text} above it in this form.",
            "`#1` is the first new case, charge or event of the form; one that stands already has a reference.",
        )


class FieldNeverRecorded(NoSuchThing):
    """A field that no line of the history has."""

    def __init__(self, field: str, nearest: list[str]) -> None:
        meant = (
            f"Did you mean {' or '.join(nearest)}?"
            if nearest
            else "docs/data-dictionary.md names every field."
        )
        super().__init__(f"Nothing was ever recorded in a field “{field}”.", meant)


class MergeOpen(NotRight):
    """Two records say different things, and nobody chose which stands."""

    def __init__(self, fields: list[str]) -> None:
        self.fields = fields
        super().__init__(
            f"Both records say something else in {', '.join(fields)}, and nobody chose which stands.",
            "Say whose value stands for each, such as --stands father=P-0042.",
        )


class NotOnePerson(NotRight):
    """Two records that cannot be merged: one record named twice, or two people told apart."""

    def __init__(self, one: str, other: str, told: str | None) -> None:
        if told:
            said, hint = (
                f"{one} and {other} were told apart ({told})",
                f"Withdraw {told} first, if that was wrong.",
            )
        else:
            said, hint = f"{one} is one record already", "Name two records of one person."
        super().__init__(f"{said}. Nothing was merged.", hint)


class FormUnreadable(TypedWrongly):
    """A file that is no form in TOML or JSON."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{'The form on stdin' if name == '-' else name} cannot be read as a form: {why}.",
            'A form is TOML, such as  father = "Karim" , or a JSON object.',
        )


class NotAFieldToAsk(TypedWrongly):
    """A field that `--ask` does not know."""

    def __init__(self, field: str, fields: list[str]) -> None:
        super().__init__(f"There is no field “{field}” to ask for.", f"--ask takes {', '.join(fields)}.")


class StillNeeded(TypedWrongly):
    """A field without which the record cannot be written, and nobody to ask."""

    def __init__(self, fields: list[str], private: list[str]) -> None:
        plain = [f"--{field.replace('_', '-')}" for field in fields if field not in private]
        how = [f"add {', '.join(plain)}"] if plain else []
        how += [f"give {', '.join(private)} in a form (--form FILE, or - for stdin)"] if private else []
        super().__init__(
            f"Still needed: {', '.join(fields)}.", f"Type it at a terminal, or {' and '.join(how)}."
        )


class WrongKindOfReference(TypedWrongly):
    """A reference to another kind of record than the command is about."""

    def __init__(self, reference: str, found: str, example: str) -> None:
        super().__init__(f"{reference} is a {found}.", f"This command takes a reference such as {example}.")


class LooksLike(NotRight):
    """A new person who may be recorded already."""

    def __init__(self, candidates: list[str]) -> None:
        super().__init__(
            f"This may be somebody who is recorded already: {'; '.join(candidates)}.",
            "Amend that record, or add --new-person if it is another person.",
        )


class NothingToUndo(NoSuchThing):
    """There is no update of this writer that could be undone."""

    def __init__(self) -> None:
        super().__init__(
            "You have no update that could be undone.",
            "`prisoners recent` lists updates; name one: `prisoners undo U-0012`.",
        )


class WhichUpdate(TypedWrongly):
    """Nobody said which update is to be undone, and nobody agreed to the last one."""

    def __init__(self, last: str) -> None:
        super().__init__(
            f"Nothing was undone. Your last update is {last}.", f"`prisoners undo {last}` undoes it."
        )


class EditorFailed(NotRight):
    """The editor could not be started, or ended with an error."""

    def __init__(self, editor: str, why: str) -> None:
        super().__init__(
            f"{editor} {why}; nothing was written.",
            "Set EDITOR to the editor you use, such as `export EDITOR=nano`.",
        )


class NoTerminal(TypedWrongly):
    """Something that needs a person at a terminal."""

    def __init__(self) -> None:
        super().__init__(
            "This command asks, and nobody is there to answer.",
            "Type it at a terminal; `prisoners update` and `prisoners edit --form` take options or a file instead.",
        )


class NotAgreed(Forbidden):
    """What was shown was not agreed to."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing was written.", "Type the command again when it is right; --yes writes without asking."
        )


class NotYetKnown(NoSuchThing):
    """Somebody whom the registry did not know yet at the moment asked about."""

    def __init__(self, reference: str, known: str) -> None:
        super().__init__(
            f"{reference} was not in the registry yet ({known}).",
            f"`prisoners history {reference}` shows when the record was entered.",
        )


class NoSuchCheck(NoSuchThing):
    """A check that does not exist."""

    def __init__(self, name: str, nearest: list[str]) -> None:
        meant = (
            f"Did you mean {' or '.join(nearest)}?"
            if nearest
            else "`prisoners check --list` shows all of them."
        )
        super().__init__(f"There is no check “{name}”.", meant)


class NothingToSearch(TypedWrongly):
    """A search without a name and without a file of names."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody was named.", "`prisoners search NAME`, or --from FILE with a name on every line."
        )


class NoSuchDue(NoSuchThing):
    """A kind of thing that is never due."""

    def __init__(self, kind: str, nearest: list[str], kinds: list[str]) -> None:
        meant = f"Did you mean {' or '.join(nearest)}?" if nearest else f"There are {', '.join(kinds)}."
        super().__init__(f"Nothing of the kind “{kind}” is ever due.", meant)


class NoSuchReport(NoSuchThing):
    """A report that does not exist, or whose name does not come first."""

    def __init__(self, name: str, nearest: list[str], behind: str = "") -> None:
        meant = f"Did you mean {' or '.join(nearest)}?" if nearest else "`prisoners reports` lists them."
        if behind:
            meant = f"The name of the report comes first: `prisoners report {behind} …`."
        super().__init__(f"There is no report “{name}”.", meant)


class ReportNeeds(TypedWrongly):
    """A report that is about a day or an export, and nobody said which."""

    def __init__(self, name: str, needs: str, example: str) -> None:
        super().__init__(f"`{name}` needs {needs}.", f"`prisoners report {name} {example}`")


class NoSuchFigure(TypedWrongly):
    """Something by which people are not counted, or a table that a report does not have."""

    def __init__(self, text: str, known: list[str], nearest: list[str] | None = None) -> None:
        meant = f"Did you mean {' or '.join(nearest)}? " if nearest else ""
        super().__init__(f"There is no “{text}” here.", f"{meant}There are {', '.join(known)}.")


class PostedNowhere(NotRight):
    """A posting that names neither a court nor a prison."""

    def __init__(self) -> None:
        super().__init__(
            "A posting is to a court or to a prison, and neither is named.", "Add --court or --prison."
        )


class PostingEndsBeforeItBegan(NotRight):
    """A posting whose last day comes before its first."""

    def __init__(self, since: str, until: str) -> None:
        super().__init__(
            f"A posting since {since} cannot have lasted until {until}.", "Correct --since or --until."
        )


class NobodyOfGroup(NoSuchThing):
    """A group of people tried together that no case belongs to."""

    def __init__(self, name: str, nearest: list[str]) -> None:
        meant = f"Did you mean {' or '.join(f'“{one}”' for one in nearest)}?" if nearest else ""
        super().__init__(
            f"No case belongs to a group “{name}”.",
            meant or "`prisoners case amend C-… --group-name …` puts a case into a group.",
        )


class CaseOfNoGroup(NoSuchThing):
    """A case of somebody who is tried alone, as far as is recorded."""

    def __init__(self, case: str) -> None:
        super().__init__(
            f"{case} belongs to no group.", f"`prisoners case amend {case} --group-name …` puts it into one."
        )


class PdfNeedsTypst(NoSuchThing):
    """A pdf was asked for where what sets it is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "A pdf is set by typst, which is not installed here. Nothing was written.",
            "`pip install 'prisoners[pdf]'`; or make a .docx, or an .html and print it from the browser.",
        )


class PictureUnreadable(NotRight):
    """A photograph that is to be shown is no whole JPEG or PNG."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is no whole JPEG or PNG, so that it cannot be freed of what the camera wrote into it.",
            "Save the picture anew as .jpg or .png and add it again: `prisoners file add P-0042 FILE`; "
            "or leave it out: `--no-photo`.",
        )


class PictureNotDrawn(NotRight):
    """A photograph whose parts are in order, and whose points are not."""

    def __init__(self) -> None:
        super().__init__(
            "The photograph cannot be drawn: it is damaged where its points stand.",
            "Save the picture anew as .jpg or .png and add it again: `prisoners file add P-0042 FILE`; "
            "or leave it out: `--no-photo`.",
        )


class MarkUnknown(NotRight):
    """A row of a working copy that names a new row which is not there, or was not taken."""

    def __init__(self, mark: str) -> None:
        super().__init__(
            f"“{mark}” is the Reference of no new row that was taken.",
            "Write the same mark into the Reference of the new row to which it belongs.",
        )


class NameInOtherScript(NotRight):
    """A name that stands in the column of another script."""

    def __init__(self, script: str) -> None:
        other = "in Persian" if script == "latin" else "without “in Persian”"
        super().__init__(
            f"this column is for the name in {script.capitalize()} letters",
            f"Write it into the column {other}.",
        )


class NothingItBelongsTo(NotRight):
    """A new row of a working copy that does not say whom it belongs to."""

    def __init__(self, heading: str, text: str = "") -> None:
        said = f"“{text}” is no {heading.lower()}" if text else f"it names no {heading.lower()}"
        super().__init__(f"{said}.", f"Write a reference into the column {heading}.")


class CopyOfAnotherRegistry(ImportUnclear):
    """A working copy that was not made from this registry, or from an update that it does not have."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name} is a working copy, but {why}.", "Bring it back to the registry from which it was made."
        )


class CopyUndecided(ImportUnclear):
    """What somebody must decide before a working copy can be taken back."""

    def __init__(self, rows: int, conflicts: int, cells: int, name: str) -> None:
        told = "; ".join(
            f"{number:,} {one if number == 1 else several}"
            for number, one, several in (
                (conflicts, "cell was changed on both sides", "cells were changed on both sides"),
                (rows, "row is unclear", "rows are unclear"),
                (cells, "cell was not read", "cells were not read"),
            )
            if number
        )
        ways = [
            (conflicts, "--theirs CELL, --ours CELL (such as Events!F12, or all), or --leave-conflicts"),
            (rows, "--skip-unclear or --unclear-as-new"),
            (cells, "--skip-unread"),
        ]
        super().__init__(
            f"{name} was not applied: {told}. Nothing was written.",
            f"Say what to do: {'; '.join(way for number, way in ways if number)}.",
        )


class RegistryMovedOn(ImportUnclear):
    """The registry was changed between the plan of an import and its writing."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Somebody wrote into the registry meanwhile. Nothing of {name} was written.",
            "Type the command again: the plan will show it.",
        )


class NoSuchConflict(TypedWrongly):
    """A cell about which there is nothing to decide."""

    def __init__(self, cell: str, open_cells: list[str]) -> None:
        super().__init__(
            f"{cell} is no cell that both sides changed.",
            f"There {'is' if len(open_cells) == 1 else 'are'} {', '.join(open_cells)}."
            if open_cells
            else "No cell was changed on both sides.",
        )


class NobodyNamed(TypedWrongly):
    """A working copy for nobody in particular."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody is named for whom it is.", "--for says it: `--for Lida`. It is kept, and stands in it."
        )


class NoSuchForm(NoSuchThing):
    """No form of the United Nations has this name."""

    def __init__(self, name: str, nearest: list[str], known: list[str]) -> None:
        super().__init__(
            f"There is no form “{name}”." + (f" Did you mean {nearest[0]}?" if nearest else ""),
            f"Forms are {', '.join(known)}.",
        )


class ConsentsMissing(Forbidden):
    """A form may not be sent, since nobody agreed to it, or no longer."""

    def __init__(self, reference: str, missing: list[tuple[str, str]], *, family: bool) -> None:
        told = "; ".join(f"{scope}: {state}" for scope, state in missing)
        subject = " --subject family" if family else ""
        super().__init__(
            f"The consents that this form needs do not stand for {reference} ({told}). Nothing was written.",
            f"Ask, and record the answer: `prisoners consent add {reference} --scope {missing[0][0]}{subject}`. "
            "A draft for our own people: `--audience internal`.",
        )


class NotNamedInFull(Forbidden):
    """A form needs a name that may not be told."""

    def __init__(self, reference: str, rule: str, *, in_full: bool) -> None:
        told = (
            "This form is taken only with the full name"
            if in_full
            else "This form needs the name or initials"
        )
        super().__init__(
            f"{told}, and {reference} is named outside by the rule “{rule}”. Nothing was written.",
            f"Where the person agreed: `prisoners consent add {reference} --scope use_name`, then "
            f"`prisoners amend {reference} --naming full`. A draft for our own people: `--audience internal`.",
        )


class ReviewIsNoList(TypedWrongly):
    """A review of an import, where the list itself is wanted."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is the review of a list, not a list.",
            f"`prisoners import LIST --review {name}` takes it in.",
        )


class NumbersMissing(ImportUnclear):
    """A list without the column that tells its rows apart."""

    def __init__(self, name: str, heading: str, headings: list[str], mapping: str) -> None:
        there = ", ".join(f"“{' '.join(one.split())}”" for one in headings)
        super().__init__(
            f"{name} has no column “{heading}”, by which the mapping {mapping} tells its rows apart; it has {there}.",
            "Use the mapping of this list, or name the column in its `number`.",
        )


class NobodyToWriteTo(Forbidden):
    """Letters were asked for, and nobody was asked whether they may be written to."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody was asked yet whether letters may be sent. Nothing was written.",
            "Ask the person or the family, and record the answer: "
            "`prisoners consent add P-0042 --scope receive_letters --subject family`.",
        )


class NobodyMeant(NoSuchThing):
    """A filter by which nobody is meant."""

    def __init__(self, selection: str) -> None:
        super().__init__(
            f"Nobody in the registry is meant by “{selection}”."
            if selection
            else "Nobody is in the registry yet.",
            "`prisoners list` with the same filter shows who is meant."
            if selection
            else "`prisoners add` begins.",
        )


class NotMadeAgain(Forbidden):
    """A file that was sent and is not made again as it was."""

    def __init__(self, export: str, why: str) -> None:
        super().__init__(
            f"{export} is not made again: {why}. Nothing was written.",
            f"`prisoners report changes-since {export}` tells what is otherwise now.",
        )


class NoColumnKnown(ImportUnclear):
    """A list of which no column could be placed: its people would have neither a name nor anything else."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} was not applied: no column of it is known, so nobody in it would have a name. "
            "Nothing was written.",
            "`--sheet NAME` reads another sheet of a workbook, and `--map FILE` says what the columns are "
            "(docs/mappings.md).",
        )


class CannotBeLoaded(DatabaseRefuses):
    """A file of everything that is damaged, cut, altered, of a newer program, or something else."""

    def __init__(self, name: str, line: int, why: str) -> None:
        super().__init__(
            f"{name}, line {line:,}: {why}. Nothing was loaded.",
            "Only a file that `prisoners db unload` wrote, whole and unaltered, can be loaded.",
        )


class FileStands(Forbidden):
    """A file stands already where one was to be written."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} stands already and was not touched.", "Choose another name, or say --replace."
        )


class NoSuchProvince(NoSuchThing):
    """A province that is none of the list."""

    def __init__(self, text: str, nearest: list[str]) -> None:
        ask = f"Did you mean {' or '.join(nearest)}? " if nearest else ""
        super().__init__(
            f"There is no province called “{text}”.",
            f"{ask}A town is typed with --place, a prison with --prison.",
        )


class OverlapsItself(NotRight):
    """An estimate that is said to count the people of another, and the other is itself."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"{reference} cannot overlap itself.", "`prisoners estimate list` shows which other one is meant."
        )


class SealedNeedsNote(Forbidden):
    """What is sealed was asked for where it cannot be noted who looked."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} cannot be written, so it cannot be noted that you look at what is sealed: it stays covered.",
            "Copy the registry to a disk that can be written, or ask without --sealed.",
        )


class NobodyLeftToTell(Forbidden):
    """A file about what changed since another, for people who may not be told of anybody in that one any more."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"Nobody may be shown in “{title}” any more. Nothing was written.",
            "On the screen, without -o, it says who must be recalled; `prisoners exports --recall` says from whom.",
        )


class FollowsItself(NotRight):
    """An intervention that follows up itself, directly or through others."""

    def __init__(self, reference: str, followed: str) -> None:
        super().__init__(
            f"{reference} cannot follow up {followed}: that is itself, or follows it up.",
            "`prisoners intervention show` tells what follows what; --follows '' clears it.",
        )


class TooEarlyFor(NotRight):
    """An answer before what it answers, or a follow-up before what it follows up."""

    def __init__(self, what: str, day: str, than: str, other: str) -> None:
        super().__init__(f"{what} ({day}) lies before {than} ({other}).", "Correct one of the two days.")


class NotMadeFor(NoSuchThing):
    """Somebody for whom an intervention was not made."""

    def __init__(self, reference: str, person: str) -> None:
        super().__init__(
            f"{reference} was not made for {person}.",
            f"`prisoners intervention show {reference}` says for whom.",
        )


class TooManyDimensions(TypedWrongly):
    """A table that was asked for by more than two things."""

    def __init__(self, dimensions: list[str]) -> None:
        super().__init__(
            f"A table counts by one thing or by two, and here are {len(dimensions)}: {', '.join(dimensions)}.",
            "Leave one out, or narrow the people by a filter: `prisoners report figures gender:female --by status`.",
        )


class PeriodBackwards(TypedWrongly):
    """A period whose last day comes before its first."""

    def __init__(self, since: str, until: str) -> None:
        super().__init__(
            f"The period would end ({until}) before it begins ({since}).", "Change the two days over."
        )


class NobodyYet(NoSuchThing):
    """A report as known at a moment at which the registry knew nobody."""

    def __init__(self, known: str, first: str) -> None:
        super().__init__(
            f"Nobody was in the registry yet ({known}); its first update is of {first}.",
            "Name a later day or update with --as-known-on; --on asks about the situation of a day, as known today.",
        )


class DayToCome(TypedWrongly):
    """The situation of a day that has not come."""

    def __init__(self, day: str) -> None:
        super().__init__(
            f"{day} has not come yet: nobody knows what the situation will be then.",
            "`prisoners due --within 60` tells what is expected, and says that it is.",
        )


class NotOnTheCommandLine(TypedWrongly):
    """An option that would tell who a confidential source is, or what it said."""

    def __init__(self, fields: list[str]) -> None:
        asked = " ".join(f"--ask {field}" for field in fields)
        super().__init__(
            f"At this level {', '.join(fields)} may not stand on the command line: the shell's history and the list"
            " of processes would keep it.",
            f"Leave it out and be asked at a terminal ({asked}), or give it in a form (--form FILE, or - for stdin).",
        )


class NotKnownYet(TypedWrongly):
    """The registry as it will be known on a day that has not come."""

    def __init__(self, day: str) -> None:
        super().__init__(
            f"{day} has not come yet: nobody knows what will be recorded until then.",
            "Leave --as-known-on out to ask about what is known today.",
        )


class NobodyRecorded(NoSuchThing):
    """A file or a report from a registry in which nobody is recorded."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody is recorded in this registry yet. Nothing was written.",
            "`prisoners add` records the first person, `prisoners import` takes in a list; `prisoners init --example`"
            " makes a registry of invented people to try this on.",
        )
