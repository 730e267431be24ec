"""The views through which the registry is read: documented SQL that loads no ORM."""

from __future__ import annotations

VIEWS: dict[str, str] = {
    # One row a person: who they are, what their events amount to, where they are. Merged and withdrawn records
    # stand here too, marked; questions leave them out unless asked.
    "people": """
SELECT prisoners.id, headlines.name_latin, headlines.name_persian,
  prisoners.father, prisoners.gender, prisoners.born, prisoners.birthplace, prisoners.residence,
  prisoners.nationality, prisoners.other_nationality, prisoners.ethnicity, prisoners.ethnicity_presumed,
  prisoners.religion, prisoners.religion_presumed, prisoners.occupation, prisoners.summary, prisoners.note,
  prisoners.import_note, prisoners.naming, prisoners.basis, prisoners.basis_source, prisoners.priority,
  prisoners.verified_on, prisoners.merged_into, prisoners.withdrawn,
  headlines.status, headlines.status_event_id, headlines.since, headlines.held_since,
  headlines.prison_id, prisons.name_en AS prison, prisons.name_fa AS prison_fa, prisons.province,
  headlines.ward, headlines.place, coalesce(headlines.order_uncertain, 0) AS order_uncertain,
  coalesce(headlines.version, 0) AS version
FROM prisoners
LEFT JOIN headlines ON headlines.prisoner_id = prisoners.id
LEFT JOIN prisons ON prisons.id = headlines.prison_id""",
    # One row an event that still counts, with the place in words.
    "timeline": """
SELECT events.id, events.prisoner_id, events.case_id, events.kind, events.happened_on, events.until,
  events.prison_id, prisons.name_en AS prison, prisons.name_fa AS prison_fa, prisons.province, events.ward,
  events.place, events.authority, events.status, events.open_ended, events.amount, events.currency,
  events.violation, events.after_id, events.summary, events.note
FROM events
LEFT JOIN prisons ON prisons.id = events.prison_id
WHERE events.withdrawn = 0""",
    # One row a charge that still stands, with the offence in words.
    "charge_sheet": """
SELECT charges.id, cases.prisoner_id, charges.case_id, charges.offence_id, offences.law, offences.article,
  offences.bis, offences.name_en, offences.name_fa, offences.punishment_class, offences.min_years,
  offences.min_months, offences.min_days, offences.max_years, offences.max_months, offences.max_days,
  offences.valid_from, offences.valid_until, charges.quoted, charges.state, charges.laid_on, charges.act_on,
  charges.instead_of
FROM charges
JOIN cases ON cases.id = charges.case_id AND cases.withdrawn = 0
LEFT JOIN offences ON offences.id = charges.offence_id
WHERE charges.withdrawn = 0""",
    # One row a judgment that still stands, with court and judge in words.
    "judgment_sheet": """
SELECT judgments.id, cases.prisoner_id, judgments.case_id, judgments.number, judgments.instance,
  judgments.court_id, courts.name_en AS court, courts.name_fa AS court_fa, judgments.branch,
  judgments.judge_id, officials.name_en AS judge, officials.name_fa AS judge_fa, judgments.given_on,
  judgments.notified_on, judgments.in_absentia, judgments.outcome, judgments.announced_total,
  judgments.reported_years, judgments.reported_months, judgments.reported_half_month, judgments.reported_days,
  judgments.merges, judgments.note
FROM judgments
JOIN cases ON cases.id = judgments.case_id AND cases.withdrawn = 0
LEFT JOIN courts ON courts.id = judgments.court_id
LEFT JOIN officials ON officials.id = judgments.judge_id
WHERE judgments.withdrawn = 0""",
    # One row a component of a sentence that still stands.
    "sentence_sheet": """
SELECT sentences.id, cases.prisoner_id, judgments.case_id, sentences.judgment_id, sentences.charge_id,
  sentences.kind, sentences.years, sentences.months, sentences.half_month, sentences.days, sentences.lashes,
  sentences.amount, sentences.currency, sentences.place, sentences.suspended, sentences.suspended_years,
  sentences.suspended_months, sentences.suspended_half_month, sentences.suspended_days,
  sentences.convertible, sentences.probation_years, sentences.state, sentences.reduced_years, sentences.reduced_months,
  sentences.reduced_half_month, sentences.reduced_days, sentences.becomes, sentences.by_pardon, sentences.act,
  sentences.official_release, sentences.quoted, sentences.note, judgments.given_on, judgments.notified_on,
  judgments.instance
FROM sentences
JOIN judgments ON judgments.id = sentences.judgment_id AND judgments.withdrawn = 0
JOIN cases ON cases.id = judgments.case_id AND cases.withdrawn = 0
WHERE sentences.withdrawn = 0""",
    # One row a statement that a source bears.
    "sourced": """
SELECT citations.id, citations.prisoner_id, citations.about_table, citations.about_row, citations.field,
  citations.value, citations.credibility, citations.quoted, citations.source_id, sources.kind, sources.outlet,
  sources.title, sources.author, sources.url, sources.archived_url, sources.published_on, sources.reliability,
  sources.confidentiality, sources.derived_from
FROM citations
JOIN sources ON sources.id = citations.source_id AND sources.withdrawn = 0
WHERE citations.withdrawn = 0""",
    # One row a changed field: what it was, what it became, who, when and why.
    "history_lines": """
SELECT changes.update_id, changes.line, changes.table_name, changes.row_id, changes.prisoner_id, changes.field,
  changes.old, changes.new, updates.at, updates.by_whom, updates.because, updates.kind, updates.undoes,
  erasures.commitment IS NOT NULL AS erased
FROM changes
JOIN updates ON updates.id = changes.update_id
LEFT JOIN erasures ON erasures.update_id = changes.update_id AND erasures.line = changes.line""",
}


def view_statements() -> list[tuple[str, str]]:
    """Name and SQL of every view."""
    return [(name, f"CREATE VIEW {name} AS{body}") for name, body in VIEWS.items()]
