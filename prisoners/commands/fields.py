"""What can be typed about each kind of record: the words of options, prompts and forms, and what is never an option."""

from __future__ import annotations

from typing import NamedTuple


class Field(NamedTuple):
    """One thing that can be typed."""

    says: str
    """What is asked for, in the words of the field."""

    codes: str = ""
    """The closed list from which it comes."""

    day: bool = False
    flag: bool = False
    private: bool = False
    """Never on the command line, where the shell's history and the list of processes would keep it: asked for with
    `--ask`, or read from a form."""

    needed: bool = False


def _day(says: str) -> Field:
    return Field(f"{says}, as precise as the source: 25 Shahrivar 1401, spring 1401, 2022-09-16", day=True)


def _one_of(code_list: str, says: str, *, needed: bool = False) -> Field:
    return Field(says, codes=code_list, needed=needed)


def _flag(says: str) -> Field:
    return Field(says, flag=True)


def _private(says: str, *, needed: bool = False) -> Field:
    return Field(says, private=True, needed=needed)


_NOTE = _private("internal note")

FIELDS: dict[str, dict[str, Field]] = {
    "prisoners": {
        "father": Field("father's name"),
        "gender": _one_of("gender", "gender"),
        "born": _day("date of birth"),
        "birthplace": Field("place of birth"),
        "residence": Field("city where the person lived before the arrest"),
        "nationality": Field("nationality, if not only Iranian"),
        "other_nationality": Field("second nationality of a dual national"),
        "ethnicity": _one_of("ethnicity", "ethnicity"),
        "ethnicity_presumed": _flag("the ethnicity is presumed"),
        "religion": _one_of("religion", "religion or belief"),
        "religion_presumed": _flag("the religion is presumed"),
        "occupation": Field("occupation"),
        "summary": Field("what may be told of the case in public"),
        "naming": _one_of("naming_rule", "how the person may be named outside"),
        "basis": _one_of("publication_basis", "why the case may be published"),
        "basis_source": Field("where that can be seen: an address or S-0012"),
        "priority": _one_of("priority", "how urgently the case is followed"),
        "verified": _day("day on which the situation was last confirmed"),
        "note": _NOTE,
    },
    "names": {
        "family": Field("the family-name part of it, as written in it"),
        "kind": _one_of("name_kind", "what kind of name it is"),
        "is_primary": _flag("show this name in its script"),
    },
    "activities": {
        "weight": _one_of("activity_weight", "primary or secondary"),
        "detail": Field("in words, such as the name of a union"),
    },
    "external_ids": {},
    "cases": {
        "file_number": Field("file number, 16 digits today"),
        "other_numbers": Field("archive and older numbers, separated by ;"),
        "stage": _one_of("legal_stage", "how far the case has come"),
        "arrested": _day("day of the arrest in this case"),
        "arrested_at": Field("place of the arrest"),
        "arrested_by": _one_of("authority", "who made the arrest"),
        "warrant_shown": _flag("a warrant was shown"),
        "group_name": Field("name of the group tried together"),
        "abroad": _flag("the person lives abroad: two months to appeal"),
        "lawyer": _private("the lawyer"),
        "note": _NOTE,
    },
    "charges": {
        "offence": Field("the offence: 610, IPC75-610, or its wording in either script"),
        "quoted": Field("the wording of the source"),
        "state": _one_of("charge_state", "what became of it"),
        "laid": _day("day on which it was brought"),
        "act": _day("day of the act itself"),
        "changed_from": Field("the earlier charge that it replaced: CH-0003"),
    },
    "judgments": {
        "number": Field("number of the judgment"),
        "instance": _one_of("instance", "the instance"),
        "court": Field("the court, by name in either script or CO-0003"),
        "branch": Field("the branch"),
        "judge": Field("the judge, by name in either script or O-0003"),
        "on": _day("day of the judgment"),
        "notified": _day("day on which the defence was told"),
        "in_absentia": _flag("given in the absence of the defendant"),
        "outcome": _one_of("outcome", "what was decided"),
        "announced_total": Field("the total as announced, in the words of the source"),
        "reported_term": Field("the term reported as enforceable, which stands before the computed one"),
        "merges": _flag("it merges earlier judgments (CPC 510)"),
        "note": _NOTE,
    },
    "sentences": {
        "kind": _one_of(
            "sentence_kind", "what kind of punishment; read from its measure where only that is given"
        ),
        "term": Field("its length: 5 years and 6 months, ۵ سال و ۶ ماه"),
        "suspended_term": Field("the part of it that is suspended"),
        "suspended": _flag("wholly suspended"),
        "convertible": _flag("the court allows it to be exchanged for a fine"),
        "probation_years": Field("probation of a suspended sentence, in years"),
        "lashes": Field("number of lashes"),
        "amount": Field("amount of a fine"),
        "currency": Field("currency of the amount: IRR, USD …"),
        "place": Field("place of an exile or a residence ban"),
        "charge": Field("the charge it punishes: CH-0003"),
        "state": _one_of("sentence_state", "what became of it"),
        "reduced_to": Field("the term to which it was reduced or commuted: 6 months, ۶ ماه"),
        "becomes": _one_of("sentence_kind", "the kind of punishment into which it was commuted"),
        "by_pardon": _flag("it was commuted by pardon, not by a court"),
        "act": Field("a mark shared by the components for one single act (IPC 131), such as a"),
        "official_release": _day("release date as officially reported"),
        "quoted": Field("the wording of the source"),
        "note": _NOTE,
    },
    "events": {
        "kind": _one_of("event_kind", "what happened", needed=True),
        "on": _day("when"),
        "until": _day("until when, for something that lasted"),
        "prison": Field("where: a prison by any of its names, with its ward (Evin 209), or any place"),
        "ward": Field("the ward"),
        "authority": _one_of("authority", "who acted, or who controls the ward"),
        "status": _one_of("custody_status", "custody status after it; none if it did not change"),
        "case": Field("the case it belongs to: C-0007"),
        "after": Field("the event after which it came, where days do not tell: E-0132"),
        "amount": Field("amount of a bail"),
        "currency": Field("currency of the amount: IRR, USD …"),
        "violation": _one_of("violation", "the violation of rights it documents"),
        "open_ended": _flag("without an end by its nature"),
        "summary": Field("what happened, in a sentence that may be published"),
        "note": _NOTE,
    },
    "sources": {
        "kind": _one_of("source_kind", "what kind of source"),
        "outlet": Field("who published or said it"),
        "title": Field("its title"),
        "author": Field("its author"),
        "url": Field("its address"),
        "archived_url": Field("the address of an archived copy"),
        "published": _day("day of publication"),
        "accessed": _day("day on which you read it"),
        "language": Field("its language, in two letters"),
        "reliability": _one_of("reliability", "A highly reliable … E unreliable, F unknown"),
        "confidentiality": _one_of("confidentiality", "who may know of the source"),
        "derived_from": Field("the source that this one only repeats: S-0012"),
        "note": _NOTE,
    },
    "citations": {
        "field": Field("the one field it bears; the whole record where none is named"),
        "value": Field("what this source says the field is"),
        "credibility": _one_of("credibility", "how credible the statement is"),
        "quoted": Field("the words of the source"),
    },
    "consents": {
        "subject": _one_of("consent_subject", "who gave it", needed=True),
        "scope": _one_of("consent_scope", "to what", needed=True),
        "refused": _flag("asked, and refused"),
        "means": _one_of("consent_means", "how it was given"),
        "on": _day("when it was given"),
        "until": _day("until when it holds"),
        "after_death": _flag("said by the person to hold after the death, too"),
        "disclosed": _flag("told what it is for, who will see it, and what may follow"),
        "voluntary": _flag("given freely, as far as could be made sure"),
        "understood": _flag("what was told was understood"),
        "competent": _flag("able to decide: of age and of sound mind"),
        "given_by": _private("name of who gave it"),
        "obtained_by": _private("the researcher who obtained it"),
        "restrictions": _private("what it does not cover"),
    },
    "interventions": {
        "kind": _one_of("intervention_kind", "what was done", needed=True),
        "title": Field("its title or subject"),
        "addressee": Field("to whom"),
        "on": _day("when"),
        "follows": Field("the one that it follows up, or answers further: I-0004"),
        "signers": _private("who signed, separated by ;"),
        "status": _one_of("intervention_status", "whether it goes on"),
        "response": _one_of("intervention_response", "what was answered"),
        "responded": _day("when it was answered"),
        "response_words": Field("the answer in its words"),
        "impact": _one_of("impact", "what followed from it"),
        "note": _NOTE,
    },
    "postings": {
        "court": Field("the court, by name in either script or CO-0003"),
        "branch": Field("the branch"),
        "prison": Field("the prison, by name in either script or PR-0003"),
        "role": _one_of("official_role", "in what office; judge where nothing is said"),
        "since": _day("since when"),
        "until": _day("until when"),
    },
    "estimates": {
        "kind": _one_of("estimate_kind", "what is counted, such as arrested, held or executed", needed=True),
        "least": Field("at least so many; of “more than 4,000”, 4,000"),
        "most": Field("at most so many; leave it out where the source sets no upper bound"),
        "quoted": Field("the number in the words of the source: hundreds, ده‌ها نفر"),
        "named": Field("how many of them the source names"),
        "unit": _one_of("estimate_unit", "what it is a number of; persons where nothing is said"),
        "on": _day("when, or the time within which they are counted"),
        "until": _day("until when, where the time has an end of its own"),
        "province": Field("the province, in either script"),
        "prison": Field("the prison, by name in either script or PR-0003"),
        "place": Field("the town or place, as written"),
        "gender": _one_of("gender", "only women, or only men"),
        "minors": _flag("only people under 18"),
        "activity": _one_of("activity", "only people targeted for this, such as students"),
        "overlaps": Field("another estimate that counts some of the same people: ES-0002"),
        "note": _NOTE,
    },
    "relations": {
        "kind": _one_of("relation_kind", "what they are to the prisoner", needed=True),
        "other": Field("the other person, where also in the registry: P-0042"),
        "name": _private("the other person's name"),
        "note": _NOTE,
    },
    "contacts": {
        "kind": _one_of("contact_kind", "what kind of contact", needed=True),
        "value": _private("the number or address", needed=True),
        "name": _private("whom it reaches"),
        "note": _NOTE,
    },
    "health": {
        "kind": _one_of("health_kind", "what kind of fact", needed=True),
        "since": _day("since when"),
        "until": _day("until when"),
        "level": _one_of("confidentiality", "who may see it"),
        "summary": _private("what is known", needed=True),
    },
    "files": {
        "kind": _one_of("file_kind", "what it is", needed=True),
        "caption": Field("what it shows"),
        "captured": _day("when it was made or captured"),
        "verification": _one_of("credibility", "how well it is verified"),
        "level": _one_of("confidentiality", "who may see it"),
        "source": Field("the source it is a copy of: S-0012"),
        "captured_by": _private("who captured it"),
    },
    "follow_ups": {
        "due": Field("on what day", day=True, needed=True),
        "state": _one_of("follow_up_state", "whether it is done"),
        "ask": _private("what to ask", needed=True),
    },
}
"""Table → field → what is said of it, in the order in which it is asked."""
