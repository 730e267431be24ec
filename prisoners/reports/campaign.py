"""What was done: who was asked for whom by whom, what was answered, what happened afterwards, and what was sent."""

from __future__ import annotations

from prisoners.reports.material import Material
from prisoners.reports.people import Row, grouped
from prisoners.reports.table import Table
from prisoners.vocabulary import Audience

ACTS = (
    "intervention", "made_on", "kind", "title", "addressee", "persons", "status", "response", "responded_on",
    "response_words", "impact", "signers",
)  # fmt: skip
FOR_WHOM = (
    "intervention",
    "made_on",
    "addressee",
    "reference",
    "name",
    "name_persian",
    "answered",
    "followed",
)
SENT = ("export", "sent_on", "intervention", "addressee", "file_name", "audience", "persons")
_EXPORTS = (
    "SELECT id, made_at, file_name, audience, prisoners, intervention_id FROM exports"
    " WHERE withdrawn = 0 AND intervention_id IS NOT NULL ORDER BY id"
)


def campaign(material: Material) -> list[Table]:
    """Every intervention for somebody who may be shown, one row for each of these people, and the files made for it.

    What was sent is for our own people alone.
    """
    made = sorted(
        material.people.tables["interventions"], key=lambda row: (str(row.get("made_on") or "9"), row["id"])
    )
    whom = grouped(material.people.tables["beneficiaries"], "intervention_id")
    said = material.speech.said("for_somebody")
    acts = [_act(material, row) | {"persons": len(whom.get(row["id"], []))} for row in made]
    persons = [_for_one(material, act, row) for act in made for row in whom.get(act["id"], [])]
    return [
        material.table("campaign", ACTS, acts, "interventions", said),
        material.table("beneficiaries", FOR_WHOM, persons, "persons", said),
        *_files(material, {row["id"]: row for row in made}),
    ]


def _files(material: Material, made: dict[int, Row]) -> list[Table]:
    """What was exported for each intervention."""
    if material.audience is not Audience.INTERNAL:
        return []
    rows = [
        _file(material, dict(row), made[row["intervention_id"]])
        for row in material.then.rows(_EXPORTS)
        if row["intervention_id"] in made
    ]
    return [material.table("sent", SENT, rows, "files", material.speech.said("for_somebody"))]


def _file(material: Material, row: Row, act: Row) -> Row:
    from prisoners.store.references import write_reference

    return _act(material, act) | {
        "export": write_reference("exports", row["id"]),
        "sent_on": material.speech.day(row["made_at"][:10]),
        "file_name": "" if material.watch.found_in(row["file_name"]) else row["file_name"],
        "audience": material.speech.code("audience", row["audience"]),
        "persons": row["prisoners"],
    }


def _act(material: Material, row: Row) -> Row:
    from prisoners.store.references import write_reference

    speech = material.speech
    return row | {
        "intervention": write_reference("interventions", row["id"]),
        "kind": speech.code("intervention_kind", row.get("kind")),
        "made_on": speech.date(row.get("made_on")),
        "status": speech.code("intervention_status", row.get("status")),
        "response": speech.code("intervention_response", row.get("response")),
        "responded_on": speech.date(row.get("responded_on")),
        "impact": speech.code("impact", row.get("impact")),
    }


def _for_one(material: Material, act: Row, row: Row) -> Row:
    person = row["prisoner_id"]
    return (
        material.people.row(person)
        | _act(material, act)
        | {"answered": row.get("answer"), "followed": _followed(material, act, person)}
    )


def _followed(material: Material, act: Row, person: int) -> str:
    """What changed in the person's situation certainly after the intervention; not that it came of it."""
    made = act.get("made_on")
    if not made:
        return ""
    speech = material.speech
    return "; ".join(
        f"{speech.date(event['happened_on'])}: {speech.code('custody_status', event['status'])}"
        for event in material.people.events(person)
        if event["status"] and event["happened_on"] and str(event["happened_on"])[:10] > str(made)[11:21]
    )
