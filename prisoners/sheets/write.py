"""Makes the file that leaves: gathers, passes the gate, says what is in it, and saves it whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from prisoners.errors import FileNotSound, NothingToExport, UnknownFormat
from prisoners.privacy.redact import Leaving
from prisoners.privacy.watch import Watch
from prisoners.privacy.withheld import HeldText
from prisoners.queries.judges import sourced
from prisoners.sheets.asked import listed_by, told
from prisoners.sheets.book import sheets_of
from prisoners.sheets.columns import Sheet
from prisoners.sheets.gather import let_out
from prisoners.sheets.judges import keep_judges_back
from prisoners.sheets.manifest import Manifest, known_when, manifest_of
from prisoners.sheets.marks import about_page
from prisoners.sheets.pages import write_html, write_markdown
from prisoners.sheets.plain import write_csv, write_json, write_jsonl
from prisoners.sheets.save import Fresh, saved
from prisoners.sheets.speech import Lang, Speech
from prisoners.sheets.standing import References, referred_to, standing_in
from prisoners.sheets.summary import Figure
from prisoners.sheets.whole import is_whole
from prisoners.sheets.workbook import write_workbook
from prisoners.store.named import Named
from prisoners.store.reader import Reader
from prisoners.vocabulary import Audience


@dataclass(frozen=True)
class Prepared:
    """A file that is ready to be looked at, agreed to and written."""

    manifest: Manifest
    sheets: list[Sheet]
    held: list[HeldText]
    """Texts that were held back, for the researcher alone."""
    figures: tuple[Figure, ...] = ()
    """The summary; nothing where a file has none."""
    references: References = field(default_factory=dict)
    """Whom each reference in it means, and by which rule that person is named."""

    def standing(self, ending: str) -> Named:
        """Who stands in a file of this ending; csv holds one sheet alone."""
        return standing_in(self.sheets[:1] if ending == ".csv" else self.sheets, self.references)

    @property
    def speech(self) -> Speech:
        """The language of the file."""
        return Speech(self.manifest.lang)

    def pages(self) -> list[Sheet]:
        """Everything as tables, to be read one after another."""
        figures = [figure.sheet(self.speech) for figure in self.figures]
        return [self.manifest.page(), *figures, *self.sheets]


Summarise = Callable[[Leaving, Watch], Sequence[Figure]]
"""What counts those who left the gate, where nothing may be told that the watch forbids."""


def prepare(
    reader: Reader,
    people: Sequence[int],
    *,
    audience: Audience,
    today: dt.date,
    selection: str = "",
    lang: Lang = Lang.EN,
    summarise: Summarise | None = None,
) -> Prepared:
    """Everything of these people that may leave; raises NothingToExport where that is nobody."""
    columns = listed_by(reader, selection, today)
    leaving, watch = let_out(reader, people, audience, today, listed_by=columns)
    withheld = leaving.withheld
    if not leaving.shown:
        raise NothingToExport(len(people), audience, withheld.people.most_common())
    if audience is not Audience.INTERNAL:
        keep_judges_back(leaving, sourced(reader))
    statuses = {row["prisoner_id"]: row.get("status") for row in leaving.tables["headlines"]}
    sheets = sheets_of(leaving, audience, Speech(lang))
    figures = tuple(summarise(leaving, watch)) if summarise else ()
    manifest = manifest_of(
        sheets,
        audience=audience,
        known=known_when(reader),
        selection=told(selection, columns, audience, watch),
        asked=len(people),
        statuses=[statuses.get(person) for person in leaving.shown],
        withheld=withheld,
        lang=lang,
        figures=figures,
    )
    return Prepared(manifest, sheets, withheld.texts, figures, referred_to(leaving))


def _workbook(file: BinaryIO, prepared: Prepared) -> None:
    write_workbook(
        file, [about_page(prepared.manifest), *prepared.sheets], prepared.speech, figures=prepared.figures
    )


def _csv(file: BinaryIO, prepared: Prepared) -> None:
    write_csv(file, prepared.sheets[0])


def _json(file: BinaryIO, prepared: Prepared) -> None:
    write_json(file, prepared.manifest, prepared.sheets, prepared.figures)


def _jsonl(file: BinaryIO, prepared: Prepared) -> None:
    write_jsonl(file, prepared.manifest, prepared.sheets)


def _html(file: BinaryIO, prepared: Prepared) -> None:
    write_html(file, prepared.pages())


def _markdown(file: BinaryIO, prepared: Prepared) -> None:
    write_markdown(file, prepared.pages())


FORMATS: dict[str, Callable[[BinaryIO, Prepared], None]] = {
    ".xlsx": _workbook,
    ".csv": _csv,
    ".json": _json,
    ".jsonl": _jsonl,
    ".html": _html,
    ".md": _markdown,
}
"""Endings of a file name, and who writes them; csv has the sheet of prisoners alone."""


def check_format(target: Path, unfit: Collection[str] = ()) -> None:
    """Raise UnknownFormat for a name whose ending says nothing, or a format that is unfit for what is written."""
    fit = sorted(set(FORMATS) - set(unfit))
    if target.suffix.lower() not in fit:
        raise UnknownFormat(target.name, fit)


@contextmanager
def written(prepared: Prepared, target: Path) -> Iterator[Fresh]:
    """The new file, which takes the place of the old one when the block ends well."""
    check_format(target)
    write = FORMATS[target.suffix.lower()]
    with saved(target, lambda file: write(file, prepared), _verified(target, prepared)) as fresh:
        yield fresh


def _verified(target: Path, prepared: Prepared) -> Callable[[Path], None]:
    """What a file must pass before it takes its name."""

    def verify(unfinished: Path) -> None:
        sheets = 1 + len(prepared.sheets) + bool(prepared.figures)
        if target.suffix.lower() == ".xlsx" and not is_whole(unfinished, sheets):
            raise FileNotSound(target.name)
        if not unfinished.stat().st_size:
            raise FileNotSound(target.name)

    return verify
