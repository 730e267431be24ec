"""What was done: who was asked for whom, by whom, what was answered, what happened afterwards, and what was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prisoners.privacy.policy import level_of, may_see
from prisoners.reports.material import Material
from prisoners.reports.people import Row, grouped
from prisoners.reports.table import ALLOWED_BY, Count, Table
from prisoners.vocabulary import Audience
from prisoners.vocabulary.advocacy import InterventionResponse

ACTS = (
    "intervention", "follows", "made_on", "kind", "title", "addressee", "persons", "status", "response",
    "responded_on", "response_words", "impact", "signers",
)  # fmt: skip
FOR_WHOM = (
    "reference", "name", "name_persian", "intervention", "made_on", "kind", "addressee", "response", "responded_on",
    "answered", "followed",
)  # fmt: skip
BY_ADDRESSEE = (
    "addressee",
    "interventions",
    "persons",
    "answered_acts",
    "unanswered",
    "last_made",
    "last_answer",
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
    made = list(_in_chains(material.people.tables["interventions"]))
    whom = grouped(material.people.tables["beneficiaries"], "intervention_id")
    said = material.speech.said("made_for")
    listed = {row["id"]: row for row in made}
    acts = [_act(material, row, listed) | {"persons": len(_persons(whom, [row]))} for row in made]
    order = {person: place for place, person in enumerate(material.people.shown)}
    persons = [(order[row["prisoner_id"]], act, row) for act in made for row in whom.get(act["id"], [])]
    persons.sort(key=lambda found: (found[0], *_when(found[1])))
    for_each = [_for_one(material, act, row) for _, act, row in persons]
    return [
        material.table("campaign", ACTS, acts, "interventions", said, [material.speech.said("in_chains")]),
        *_by_addressee(material, made, whom),
        material.table(
            "beneficiaries", FOR_WHOM, for_each, "efforts", said, [material.speech.said("afterwards")]
        ),
        *_files(material, listed),
    ]


def _when(act: Row) -> tuple[str, int]:
    """Acts without a date stand last."""
    return str(act.get("made_on") or "9"), act["id"]


def _in_chains(acts: list[Row]) -> Iterator[Row]:
    """The acts by their dates, each with what follows it up right behind it."""
    known = {act["id"] for act in acts}
    after = grouped(sorted(acts, key=_when), "follows")
    waiting = [act for act in sorted(acts, key=_when, reverse=True) if act.get("follows") not in known]
    while waiting:
        act = waiting.pop()
        yield act
        waiting += reversed(after.get(act["id"], []))


def _persons(whom: dict[int, list[Row]], acts: list[Row]) -> set[int]:
    """For whom these acts were made, everybody once."""
    return {row["prisoner_id"] for act in acts for row in whom.get(act["id"], [])}


def _by_addressee(material: Material, made: list[Row], whom: dict[int, list[Row]]) -> list[Table]:
    """How often each was asked, for how many, and what came of it; the busiest first."""
    if not may_see(material.audience, level_of(*ALLOWED_BY["addressee"])):
        return []
    speech = material.speech
    rows: list[Row] = []
    for addressee, acts in grouped(made, "addressee").items():
        answered = [act for act in acts if _answered(act, whom)]
        rows.append(
            {
                "addressee": addressee or speech.said("not_recorded"),
                "interventions": Count((act["id"] for act in acts), "interventions"),
                "persons": Count(_persons(whom, acts)),
                "answered_acts": Count((act["id"] for act in answered), "interventions"),
                "unanswered": Count(
                    {act["id"] for act in acts} - {act["id"] for act in answered}, "interventions"
                ),
                "last_made": speech.date(max(acts, key=_last_day("made_on")).get("made_on")),
                "last_answer": _said_last(material, answered),
            }
        )
    rows.sort(key=lambda row: (-row["interventions"], row["addressee"]))
    said = speech.said("made_for")
    return [
        material.table("by_addressee", BY_ADDRESSEE, rows, "interventions", said, [speech.said("an_answer")])
    ]


def _last_day(column: str) -> Callable[[Row], str]:
    return lambda act: str(act.get(column) or "0")[11:21]


def _answered(act: Row, whom: dict[int, list[Row]]) -> bool:
    """Whether anything came back; that nothing came is no answer."""
    told = act.get("response") not in (None, InterventionResponse.NONE) or act.get("response_words")
    return bool(told or any(row.get("answer") for row in whom.get(act["id"], [])))


def _said_last(material: Material, answered: list[Row]) -> str:
    """The last answer: its day, and what it was."""
    if not answered:
        return ""
    act, speech = max(answered, key=_last_day("responded_on")), material.speech
    told = (speech.date(act.get("responded_on")), speech.code("intervention_response", act.get("response")))
    return ": ".join(filter(None, told))


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

    return _act(material, act, {}) | {
        "export": write_reference("exports", row["id"]),
        "sent_on": material.speech.day(row["made_at"][:10]),
        "file_name": "" if material.watch.found_in(row["file_name"]) else row["file_name"],
        "audience": material.speech.code("audience", row["audience"]),
        "persons": row["prisoners"],
    }


def _act(material: Material, row: Row, listed: dict[int, Row]) -> Row:
    """An act in words; what it follows up is named where that stands in the same report."""
    from prisoners.store.references import write_reference

    speech, before = material.speech, row.get("follows")
    return row | {
        "follows": write_reference("interventions", before) if before in listed else "",
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
        | _act(material, act, {})
        | {"answered": row.get("answer"), "followed": _followed(material, act, person)}
    )


def _followed(material: Material, act: Row, person: int) -> str:
    """What changed in the person's situation certainly after the intervention; not that it came of it."""
    made = act.get("made_on")
    if not made:
        return ""
    speech = material.speech
    return speech.several(
        _graded(material, event)
        for event in material.people.events(person)
        if event["status"] and event["happened_on"] and str(event["happened_on"])[:10] > str(made)[11:21]
    )


def _graded(material: Material, event: Row) -> str:
    """When somebody's status changed to what, and how well that is borne out."""
    speech = material.speech
    facts = {
        "day": speech.date(event["happened_on"]),
        "status": speech.code("custody_status", event["status"]),
        "grade": material.people.grades.of(("events", event["id"])),
    }
    return speech.filled(("{day}: {status} ({grade})" if facts["grade"] else "{day}: {status}",) * 2, facts)
