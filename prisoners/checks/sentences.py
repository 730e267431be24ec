"""Doubts about judgments and the components of a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from prisoners.checks.doubt import COUNTED, each_found
from prisoners.dates.partial import PartialDate
from prisoners.findings import Finding, Gravity
from prisoners.law.offences import above_maximum
from prisoners.law.reckoning import Comparison, compare
from prisoners.law.recorded import offence_text, term_of
from prisoners.law.term_words import read_announced, write_term
from prisoners.law.terms import Term, total
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary.words import label

LONGEST_PRISON_TERM = 30
"""Years: what is longer is life, or the terms of several people added up by a newspaper."""

_DAYS = (
    "((coalesce({0}years, 0) * 12 + coalesce({0}months, 0)) * 12053"
    " + (coalesce({0}days, 0) + {0}half_month * 15) * 396)"
)
_GIVEN = "(coalesce({0}years, {0}months, {0}days) IS NOT NULL OR {0}half_month = 1)"
_SHEET = "FROM sentence_sheet {} WHERE".format(COUNTED.format("sentence_sheet"))


def sentence_without_charge(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is sentenced in a case in which no charge is recorded.

    What the sentence is for decides how much of it is enforceable.
    """
    del today
    sql = f"""
SELECT sentence_sheet.id, sentence_sheet.prisoner_id, sentence_sheet.case_id {_SHEET}
  sentence_sheet.charge_id IS NULL AND NOT EXISTS (SELECT 1 FROM charges
  WHERE charges.case_id = sentence_sheet.case_id AND charges.withdrawn = 0) ORDER BY sentence_sheet.id"""
    yield from each_found(
        "sentence_without_charge",
        "sentences",
        reader.each(sql),
        lambda row: (
            f"Sentenced in {write_reference('cases', row['case_id'])}, in which no charge is recorded."
        ),
        "`prisoners charge add {case} --offence …`, then `prisoners sentence amend {about} --charge CH-…`.",
    )


def term_above_maximum(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A prison term is certainly longer than the article of its charge allows.

    For more than three offences art. 134 allows a quarter more (a half before 2020), which is taken into account.
    """
    del today
    sql = f"""
SELECT sentence_sheet.*, charge_sheet.name_en, charge_sheet.punishment_class, charge_sheet.min_years,
  charge_sheet.min_months, charge_sheet.min_days, charge_sheet.max_years, charge_sheet.max_months,
  charge_sheet.max_days, charge_sheet.valid_from, charge_sheet.valid_until,
  (SELECT count(DISTINCT others.offence_id) FROM charges AS others
    WHERE others.case_id = sentence_sheet.case_id AND others.withdrawn = 0) AS offences
FROM sentence_sheet {COUNTED.format("sentence_sheet")} JOIN charge_sheet ON charge_sheet.id = sentence_sheet.charge_id
WHERE sentence_sheet.kind = 'prison' AND sentence_sheet.years >= charge_sheet.max_years ORDER BY sentence_sheet.id"""
    for row in map(dict, reader.each(sql)):
        on = PartialDate.from_stored(row["given_on"]) if row["given_on"] else None
        doubt = above_maximum(term_of(row) or Term(), offence_text(row), on, offences=row["offences"])
        if doubt is not None:
            about = write_reference("sentences", row["id"])
            yield Finding(
                "term_above_maximum",
                about,
                doubt.write(),
                Gravity.DOUBT,
                f"`prisoners sentence amend {about} --term …` or `… --charge …`.",
                write_reference("prisoners", row["prisoner_id"]),
            )


def prison_without_length(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A prison sentence has no length in years, months and days.

    Words that are no term (`18.6 years`) are kept as announced; nothing is computed from them.
    """
    del today
    sql = f"""
SELECT sentence_sheet.id, sentence_sheet.prisoner_id, sentence_sheet.quoted {_SHEET}
  sentence_sheet.kind IN ('prison', 'prison_in_exile') AND NOT {_GIVEN.format("sentence_sheet.")}
ORDER BY sentence_sheet.id"""
    yield from each_found(
        "prison_without_length",
        "sentences",
        reader.each(sql),
        lambda row: (
            f"“{row['quoted']}” is no term in years, months and days."
            if row["quoted"]
            else "Prison, and no length is recorded."
        ),
        "`prisoners sentence amend {about} --term …`.",
    )


def longer_than_any_prison_term(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """One prison term is longer than thirty years.

    Newspapers add up the terms of a whole group: “42 years” for seven people who each serve five.
    """
    del today
    sql = f"""
SELECT sentence_sheet.id, sentence_sheet.prisoner_id, sentence_sheet.judgment_id, sentence_sheet.years {_SHEET}
  sentence_sheet.kind = 'prison' AND sentence_sheet.years > {LONGEST_PRISON_TERM} ORDER BY sentence_sheet.id"""
    yield from each_found(
        "longer_than_any_prison_term",
        "sentences",
        reader.each(sql),
        lambda row: f"{row['years']} years in one sentence: perhaps the terms of several people, added up.",
        "`prisoners sentence amend {about} --term …`; `prisoners judgment amend {judgment} --announced-total …`.",
        Gravity.WRONG,
    )


def announced_for_several(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """The announced total of a judgment is longer than the terms that are recorded in it, added up.

    It is the sum of a whole group (“42 years” for seven), or a component is missing.
    """
    del today
    sql = f"""
SELECT judgment_sheet.id, judgment_sheet.prisoner_id, judgment_sheet.announced_total, sentence_sheet.years,
  sentence_sheet.months, sentence_sheet.half_month, sentence_sheet.days FROM judgment_sheet
{COUNTED.format("judgment_sheet")} JOIN sentence_sheet ON sentence_sheet.judgment_id = judgment_sheet.id
WHERE judgment_sheet.announced_total IS NOT NULL AND sentence_sheet.kind IN ('prison', 'prison_in_exile')
  AND {_GIVEN.format("sentence_sheet.")} ORDER BY judgment_sheet.id"""
    for _, parts in groupby(reader.each(sql), key=lambda row: row["id"]):
        rows = list(parts)
        announced = read_announced(rows[0]["announced_total"]).term
        together = total([term_of(dict(row)) or Term() for row in rows])
        if announced is not None and compare(announced, together) is Comparison.LONGER:
            yield from each_found(
                "announced_for_several",
                "judgments",
                rows[:1],
                lambda row, sum_=together: (  # type: ignore[misc]
                    f"“{row['announced_total']}” is announced, and its terms add up to {write_term(sum_.tidy())}: "
                    "perhaps the sum of several people."
                ),
                "`prisoners judgment amend {about} --announced-total …`, or `prisoners sentence add {about} --term …`.",
                Gravity.NOTE,
            )


def reduction_without_term(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A sentence was reduced or commuted, and nobody says to what.

    The enforceable term cannot be computed before somebody does, or a later judgment with its sentence is entered.
    """
    del today
    sql = f"""
SELECT sentence_sheet.id, sentence_sheet.prisoner_id, sentence_sheet.state {_SHEET}
  sentence_sheet.state IN ('reduced', 'commuted') AND sentence_sheet.becomes IS NULL
  AND NOT {_GIVEN.format("sentence_sheet.reduced_")} AND NOT EXISTS (SELECT 1 FROM sentence_sheet AS anew
    WHERE anew.case_id = sentence_sheet.case_id AND anew.judgment_id > sentence_sheet.judgment_id)
ORDER BY sentence_sheet.id"""
    yield from each_found(
        "reduction_without_term",
        "sentences",
        reader.each(sql),
        lambda row: f"It was {label('sentence_state', row['state'])}, and nobody says to what.",
        "`prisoners sentence amend {about} --reduced-to …` or `… --becomes …`.",
    )


def change_without_terms(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A later court changed the sentence, and nobody says to what: neither its own terms are recorded nor a reduction.

    The enforceable term cannot be computed before somebody does.
    """
    del today
    sql = f"""
SELECT judgment_sheet.id, judgment_sheet.prisoner_id, judgment_sheet.outcome FROM judgment_sheet
{COUNTED.format("judgment_sheet")} WHERE judgment_sheet.outcome IN ('reduced', 'increased', 'changed')
  AND NOT EXISTS (SELECT 1 FROM sentence_sheet WHERE sentence_sheet.case_id = judgment_sheet.case_id
    AND (sentence_sheet.judgment_id = judgment_sheet.id
      OR sentence_sheet.state IN ('reduced', 'commuted', 'quashed')))
ORDER BY judgment_sheet.id"""
    yield from each_found(
        "change_without_terms",
        "judgments",
        reader.each(sql),
        lambda row: f"The sentence was {label('outcome', row['outcome'])}, and nobody says to what.",
        "`prisoners sentence add {about} --term …`, or `prisoners sentence amend SN-… --state … --reduced-to …`.",
    )


def reduced_to_more(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A sentence is said to be reduced to a longer term.

    The two terms were exchanged, or one is mistyped.
    """
    del today
    whole, now = _DAYS.format("sentence_sheet."), _DAYS.format("sentence_sheet.reduced_")
    sql = f"""
SELECT sentence_sheet.* {_SHEET} sentence_sheet.state IN ('reduced', 'commuted')
  AND sentence_sheet.kind IN ('prison', 'prison_in_exile') AND {_GIVEN.format("sentence_sheet.")} AND {now} > {whole}
ORDER BY sentence_sheet.id"""
    yield from each_found(
        "reduced_to_more",
        "sentences",
        reader.each(sql),
        lambda row: f"Reduced from {_words(row)} to {_words(row, 'reduced_')}, which is longer.",
        "`prisoners sentence amend {about} --term …` or `… --reduced-to …`.",
        Gravity.WRONG,
    )


def suspended_more_than_whole(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """More of a sentence is said to be suspended than there is.

    The whole may have been reduced meanwhile, or one of the terms is mistyped.
    """
    del today
    whole, part = _DAYS.format("sentence_sheet."), _DAYS.format("sentence_sheet.suspended_")
    sql = f"""
SELECT sentence_sheet.* {_SHEET} sentence_sheet.kind IN ('prison', 'prison_in_exile')
  AND {_GIVEN.format("sentence_sheet.")} AND {part} > {whole} ORDER BY sentence_sheet.id"""
    yield from each_found(
        "suspended_more_than_whole",
        "sentences",
        reader.each(sql),
        lambda row: f"Of {_words(row)} {_words(row, 'suspended_')} are said to be suspended.",
        "`prisoners sentence amend {about} --suspended-term …`.",
        Gravity.WRONG,
    )


def _words(row: object, part: str = "") -> str:
    return write_term(term_of(dict(row), part) or Term())  # type: ignore[call-overload]


def conviction_without_sentence(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A court has convicted somebody at first instance, and no component of a sentence is recorded.

    It was not published yet, or not entered.
    """
    del today
    sql = f"""
SELECT judgment_sheet.id, judgment_sheet.prisoner_id FROM judgment_sheet {COUNTED.format("judgment_sheet")}
WHERE judgment_sheet.outcome = 'convicted' AND NOT EXISTS (SELECT 1 FROM sentences
  WHERE sentences.judgment_id = judgment_sheet.id AND sentences.withdrawn = 0) ORDER BY judgment_sheet.id"""
    yield from each_found(
        "conviction_without_sentence",
        "judgments",
        reader.each(sql),
        lambda _: "Convicted, and no sentence is recorded.",
        "`prisoners sentence add {about} --term …`.",
    )


def acquitted_and_sentenced(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A judgment acquits somebody and has a sentence.

    A judgment that acquits of one charge and convicts of another is *mixed*.
    """
    del today
    sql = f"""
SELECT judgment_sheet.id, judgment_sheet.prisoner_id, min(sentences.id) AS sentence_id
FROM judgment_sheet {COUNTED.format("judgment_sheet")}
JOIN sentences ON sentences.judgment_id = judgment_sheet.id AND sentences.withdrawn = 0
WHERE judgment_sheet.outcome = 'acquitted' GROUP BY judgment_sheet.id, judgment_sheet.prisoner_id
ORDER BY judgment_sheet.id"""
    yield from each_found(
        "acquitted_and_sentenced",
        "judgments",
        reader.each(sql),
        lambda _: "It acquits, and a sentence is recorded in it.",
        "`prisoners judgment amend {about} --outcome mixed`, or `prisoners sentence withdraw {sentence}`.",
        Gravity.WRONG,
    )
