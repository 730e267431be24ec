"""The case sheet: one person on one page, made from nothing but what left the gate."""

from __future__ import annotations

from collections.abc import Iterator

from prisoners.law.reckoning import Answer
from prisoners.queries.sentencing import CaseSentence
from prisoners.reports.dossier_unknown import unknown
from prisoners.reports.dossier_words import WORDS
from prisoners.reports.material import Material
from prisoners.reports.one_person import in_each
from prisoners.reports.people import Row, grouped
from prisoners.sheets.document import (
    Block,
    Document,
    Facts,
    Heading,
    Page,
    Paragraph,
    Picture,
    Table,
    lines_of,
    without_empty_columns,
)
from prisoners.sheets.speech import PARTED
from prisoners.sheets.wording import article, law_named
from prisoners.store.references import write_reference
from prisoners.vocabulary import IN_CUSTODY

LINES = 35
"""Lines that a page has for its facts, its summary and its tables, their headings left aside."""
EVENTS, SOURCES, FEWER = 6, 6, 3
"""Events that are told at least, and sources at most; on a page that is full, fewer. What is left out is counted."""
A_LINE, A_CASE = 100, 3
"""Characters on a line of a sentence, and lines that a case takes."""
BETWEEN = " · "


def dossier(material: Material, person: int, picture: Picture | None = None) -> Document:
    """The case sheet of one person who may be shown, a page in each language, with the picture that may be shown."""
    return tuple(_CaseSheet(spoken, person).page(picture) for spoken in in_each(material))


class _CaseSheet:
    """One person's sheet, part by part."""

    def __init__(self, material: Material, person: int) -> None:
        self.material, self.person = material, person
        self.people, self.speech = material.people, material.speech
        self.row = self.people.row(person)

    def said(self, key: str, **facts: str) -> str:
        """A word of the sheet."""
        english, persian = WORDS[key]
        return self.speech.either((english.format(**facts), persian.format(**facts)))

    def page(self, picture: Picture | None) -> Page:
        """The whole sheet."""
        name = self.people.shown[self.person]
        both = (name.persian, name.latin) if self.speech.is_persian else (name.latin, name.persian)
        title = BETWEEN.join(filter(None, both)) or self.people.reference(self.person)
        blocks: list[Block] = [Facts(tuple(self._facts()), picture)]
        if self.row["summary"]:
            blocks.append(Paragraph(str(self.row["summary"])))
        blocks += [
            *self._charges(),
            *self._sentences(),
            *self._timeline(),
            *self._sources(),
            *self._unknown(),
        ]
        blocks.append(Paragraph(self._as_known(), small=True))
        return Page(title, tuple(blocks), rightwards=self.speech.is_persian)

    def _facts(self) -> Iterator[tuple[str, str]]:
        """Who the person is, and how things stand."""
        row, shown = self.row, self.people.shown[self.person]
        age = self.said("age", age=row["age"]) if row["age"] else ""
        told = {
            "status": BETWEEN.join(filter(None, (row["status"], row["doubt"]))),
            "place": self._place(),
            "since": row["since"],
            "held_since": row["held_since"],
            "born": BETWEEN.join(filter(None, (row["born"], age))),
            "gender": row["gender"],
            "nationality": self.speech.several(filter(None, (row["nationality"], row["other_nationality"]))),
            "occupation": row["occupation"],
            "activity": row["activity"],
            "ethnicity": row["ethnicity"],
            "religion": row["religion"],
            "others": shown.others,
            "reference": row["reference"],
        }
        yield from ((self.said(key), str(words)) for key, words in told.items() if words)

    def _place(self) -> str:
        """Prison, ward and province, as far as they are known and may be told."""
        ward = str(self.people.headlines.get(self.person, {}).get("ward") or "")
        told = (
            self.row["prison"],
            self.said("ward", ward=self.speech.digits(ward)) if ward.isdecimal() else ward,
            self.row["province"],
        )
        return self.listed(*told)

    def listed(self, *parts: object) -> str:
        """Several parts of one answer, those that are there."""
        return ("، " if self.speech.is_persian else ", ").join(str(part) for part in parts if part)

    def _charges(self) -> Iterator[Block]:
        rows, laws = [], dict[str, None]()
        for charge in self.people.rows("charges", self.person):
            offence = self.people.offences.get(charge.get("offence_id") or 0, {})
            state = self.speech.code("charge_state", charge.get("state"))
            laws |= {offence["law"]: None} if offence else {}
            rows.append((self.people.charge(charge), article(self.speech, offence), state))
        if rows:
            yield Heading(self.said("charges"))
            headings = (self.said("charge"), self.said("article"), self.said("state"))
            yield without_empty_columns(Table(headings, tuple(dict.fromkeys(rows))))
        if laws:
            told = (f"{law_named(self.speech, law)} ({law})" for law in laws)
            yield Paragraph(self.speech.several(told) + ".", small=True)

    def _sentences(self) -> Iterator[Block]:
        """What each case comes to: as announced, as enforceable, and the projected release."""
        cases = self.people.come_to(self.person)
        if not cases:
            return
        judgments = {row["id"]: row for row in self.people.rows("judgments", self.person)}
        yield Heading(self.said("sentences"))
        yield Table(
            tuple(map(self.said, ("court", "announced", "enforceable", "projection"))),
            tuple(self._sentence(one, judgments) for one in cases),
        )
        yield Paragraph(self.said("projection_note"), small=True)
        windows = [one.projection.computed for one in cases if one.projection.computed]
        held = self.people.status(self.person) in IN_CUSTODY
        if held and windows and all(window.passed(self.material.on) is Answer.YES for window in windows):
            yield Paragraph(self.said("passed"))

    def _sentence(self, one: CaseSentence, judgments: dict[int, Row]) -> tuple[str, ...]:
        from prisoners.queries.working import announced, release

        last = judgments[one.judgments[-1]]
        merged = self.said("merged", number=self.speech.number(len(one.merged))) if one.merged else ""
        return (
            self.listed(self.court(last), self.speech.date(last.get("given_on")), merged),
            self.speech.told(lambda language: announced(one, language)),
            self.speech.told(one.enforceable.told),
            self.speech.told(lambda language: PARTED[language].join(release(one, language))),
        )

    def court(self, judgment: Row) -> str:
        """The court of a judgment, with its branch."""
        courts = {row["id"]: row for row in self.people.tables["courts"]}
        court = courts.get(judgment.get("court_id"))
        return self.listed(self.speech.named(court) if court else "", judgment.get("branch"))

    def _timeline(self) -> Iterator[Block]:
        """What happened, in short: how it began, what changed the situation, then what is newest."""
        events = self.people.events(self.person)
        if not events:
            return
        rows = [self._event(event) for event in in_short(events, self._room()[0])]
        yield Heading(self.said("timeline"))
        headings = (self.said("date"), self.said("event"), self.said("where"))
        yield without_empty_columns(Table(headings, tuple(rows)))
        if others := len(events) - len(rows):
            yield Paragraph(self.said("left_out", number=self.speech.number(others)), small=True)

    def _room(self) -> tuple[int, int]:
        """How many events and sources the page has room for, after what else stands on it."""
        cited = len({row["source_id"] for row in self.people.rows("citations", self.person)})
        summary = str(self.row["summary"] or "")
        left = LINES - (
            len(list(self._facts()))
            + sum(1 + len(line) // A_LINE for line in lines_of(summary) if line)
            + len(self.people.rows("charges", self.person))
            + A_CASE * len(self.people.come_to(self.person))
        )
        sources = min(cited, SOURCES if left >= EVENTS + SOURCES else FEWER)
        return max(EVENTS, left - sources), sources

    def _event(self, event: Row) -> tuple[str, ...]:
        kind = self.speech.code("event_kind", event["kind"])
        wrong = self.speech.code("violation", event.get("violation"))
        told = (kind, "" if wrong in kind else wrong, event.get("summary"))
        where = self.people.prison(event["prison_id"]) or event["place"] or ""
        return self.speech.date(event["happened_on"]), ": ".join(filter(None, told)), str(where)

    def _sources(self) -> Iterator[Block]:
        """The sources that say most, each with its grade and that of its statements."""
        sources = {row["id"]: row for row in self.people.tables["sources"]}
        cited = grouped(self.people.rows("citations", self.person), "source_id")
        most = sorted(cited, key=lambda number: (-len(cited[number]), sources[number]["reliability"], number))
        room = self._room()[1]
        yield Heading(self.said("sources"))
        if not most:
            yield Paragraph(self.said("no_sources"))
            return
        yield Table(
            tuple(map(self.said, ("source", "published", "reliability", "credibility", "statements"))),
            tuple(self._source(sources[number], cited[number]) for number in most[:room]),
        )
        if len(most) > room:
            yield Paragraph(self.said("left_out", number=self.speech.number(len(most) - room)), small=True)

    def _source(self, source: Row, citations: list[Row]) -> tuple[str, ...]:
        title = (
            source.get("outlet") or source.get("title") or self.speech.code("source_kind", source.get("kind"))
        )
        grades = [self.speech.code("credibility", row.get("credibility")) for row in citations]
        return (
            f"{write_reference('sources', source['id'])} {title}",
            self.speech.date(source.get("published_on")),
            str(source.get("reliability") or ""),
            self.speech.several(dict.fromkeys(filter(None, grades))),
            self.speech.number(len(citations)),
        )

    def _unknown(self) -> Iterator[Block]:
        gaps = [self.said("not_recorded", what=self.said(gap)) for gap in unknown(self.material, self.person)]
        gaps += [self.said("uncertain")] if self.row["doubt"] else []
        yield Heading(self.said("unknown"))
        yield Paragraph(self.speech.several(gaps) + "." if gaps else self.said("nothing_unknown"))

    def _as_known(self) -> str:
        number, day = self.material.known
        audience = self.speech.code("audience", self.material.audience)
        return self.said(
            "as_known", day=self.speech.day(day), update=write_reference("updates", number), audience=audience
        )


def in_short(events: list[Row], room: int) -> list[Row]:
    """As many events as there is room for, in their order: how it began, what changed, wrongs done, what is newest."""
    last = len(events) - 1

    def weight(place: int) -> tuple[bool, bool, int]:
        event = events[place]
        return place != 0, not (event["status"] or event.get("violation")), last - place

    return [events[place] for place in sorted(sorted(range(len(events)), key=weight)[:room])]
