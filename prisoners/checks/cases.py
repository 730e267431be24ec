"""Doubts about cases, charges and courts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import COUNTED, day_of, each_found
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.vocabulary.words import label

_BEFORE_JUDGMENT = "('none', 'investigation', 'indicted')"
_AFTER_INDICTMENT = (
    "('indicted', 'first_instance', 'verdict_not_final', 'appeal', 'cassation', 'final', 'enforcement')"
)


def case_without_charge(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A case has come to an indictment or further, and no charge is recorded.

    Without it nobody can say what the sentence is for.
    """
    del today
    sql = f"""
SELECT cases.id, cases.prisoner_id, cases.stage FROM cases {COUNTED.format("cases")}
WHERE cases.withdrawn = 0 AND cases.stage IN {_AFTER_INDICTMENT}
  AND NOT EXISTS (SELECT 1 FROM charges WHERE charges.case_id = cases.id AND charges.withdrawn = 0) ORDER BY cases.id"""
    yield from each_found(
        "case_without_charge",
        "cases",
        reader.each(sql),
        lambda row: f"The case stands at “{label('legal_stage', row['stage'])}”, and no charge is recorded.",
        "`prisoners charge add {about} --offence …`.",
    )


def conviction_without_verdict(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A charge is marked as convicted, and no judgment is recorded in its case.

    The judgment is missing, or the charge has not come so far.
    """
    del today
    sql = f"""
SELECT charge_sheet.id, charge_sheet.prisoner_id, charge_sheet.case_id FROM charge_sheet
{COUNTED.format("charge_sheet")} WHERE charge_sheet.state = 'convicted' AND NOT EXISTS (SELECT 1 FROM judgments
  WHERE judgments.case_id = charge_sheet.case_id AND judgments.withdrawn = 0) ORDER BY charge_sheet.id"""
    yield from each_found(
        "conviction_without_verdict",
        "charges",
        reader.each(sql),
        lambda _: "Convicted, but no judgment is recorded in the case.",
        "`prisoners judgment add {case} --on …`, or `prisoners charge amend {about} --state …`.",
    )


def charge_not_yet_law(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is charged for an act that was done before the offence was law (Islamic Penal Code 1392, art. 10).

    The act is judged by the law of its day; the charge is another, or the court acted against the law.
    """
    del today
    sql = f"""
SELECT charge_sheet.id, charge_sheet.prisoner_id, charge_sheet.name_en, charge_sheet.act_on, charge_sheet.valid_from
FROM charge_sheet {COUNTED.format("charge_sheet")}
WHERE substr(charge_sheet.act_on, 12, 10) < substr(charge_sheet.valid_from, 1, 10) ORDER BY charge_sheet.id"""
    yield from each_found(
        "charge_not_yet_law",
        "charges",
        reader.each(sql),
        lambda row: (
            f"{row['name_en']} was not yet law on the day of the act ({day_of(row['act_on'])}); it was "
            f"in force from {day_of(row['valid_from'])} (art. 10 of the Islamic Penal Code 1392)."
        ),
        "`prisoners charge amend {about} --offence …` or `… --act …`, if it is not the court that is wrong.",
        Gravity.WRONG,
    )


def charge_no_longer_law(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is charged for an act that was done when this text of the article was law no longer.

    Another text of the article stands in the list, such as the one that the law reducing imprisonment of 1399 made.
    """
    del today
    sql = f"""
SELECT charge_sheet.id, charge_sheet.prisoner_id, charge_sheet.name_en, charge_sheet.act_on, charge_sheet.valid_until
FROM charge_sheet {COUNTED.format("charge_sheet")}
WHERE substr(charge_sheet.valid_until, 12, 10) < substr(charge_sheet.act_on, 1, 10) ORDER BY charge_sheet.id"""
    yield from each_found(
        "charge_no_longer_law",
        "charges",
        reader.each(sql),
        lambda row: (
            f"This text on {row['name_en']} was law until {day_of(row['valid_until'])}, "
            f"and the act was done {day_of(row['act_on'])}."
        ),
        "`prisoners charge amend {about} --offence …` names the text of that day; `prisoners offence list` has both.",
    )


def stage_behind_judgment(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A case is said to be under investigation or indicted, and a court has judged already.

    The stage was not brought up to date, and the time to appeal is missed by who looks at the stage.
    """
    del today
    sql = f"""
SELECT cases.id, cases.prisoner_id, cases.stage, max(judgments.id) AS judgment FROM cases {COUNTED.format("cases")}
JOIN judgments ON judgments.case_id = cases.id AND judgments.withdrawn = 0
  AND judgments.outcome NOT IN ('quashed', 'remanded')
WHERE cases.withdrawn = 0 AND cases.stage IN {_BEFORE_JUDGMENT}
GROUP BY cases.id, cases.prisoner_id, cases.stage ORDER BY cases.id"""
    yield from each_found(
        "stage_behind_judgment",
        "cases",
        reader.each(sql),
        lambda row: f"The case stands at “{label('legal_stage', row['stage'])}”, but a court has judged.",
        "`prisoners case amend {about} --stage …`.",
    )


def group_of_one(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A group of people tried together has only one member in the registry.

    The others are missing, or the name of the group is written in another way elsewhere.
    """
    del today
    sql = f"""
SELECT min(cases.id) AS id, min(cases.prisoner_id) AS prisoner_id, cases.group_name FROM cases
{COUNTED.format("cases")} WHERE cases.withdrawn = 0 AND cases.group_name IS NOT NULL
GROUP BY cases.group_name HAVING count(DISTINCT cases.prisoner_id) = 1 ORDER BY 1"""
    yield from each_found(
        "group_of_one",
        "cases",
        reader.each(sql),
        lambda row: f"Nobody else belongs to the group “{row['group_name']}”.",
        "`prisoners list group:…` looks for its other spellings; `prisoners case amend {about} --group-name …`.",
        Gravity.NOTE,
    )
