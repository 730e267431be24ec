"""What a field of the registry is called in a file: as the column that shows it, or in words of its own."""

from __future__ import annotations

from functools import cache

from prisoners.privacy.policy import Columns
from prisoners.sheets.columns import CASES, PRISONERS, SENTENCES, SOURCES, TIMELINE
from prisoners.sheets.speech import Both, Speech

ANY = ""
"""In the place of a table: a column of this name in each of them."""
OTHERS: dict[Columns, Both] = {
    (ANY, "name"): ("Name", "نام"),
    (ANY, "text"): ("Name", "نام"),
    (ANY, "family"): ("Family name", "نام خانوادگی"),
    (ANY, "script"): ("Script", "خط"),
    (ANY, "is_primary"): ("Shown name", "نام نمایشی"),
    (ANY, "kind"): ("Kind", "نوع"),
    (ANY, "note"): ("Internal note", "یادداشت داخلی"),
    (ANY, "ethnicity_presumed"): ("Ethnicity is presumed", "قومیت احتمالی است"),
    (ANY, "religion_presumed"): ("Religion is presumed", "دین احتمالی است"),
    (ANY, "merged_into"): ("Merged into", "ادغام‌شده در"),
    (ANY, "weight"): ("Main reason or another", "زمینهٔ اصلی یا فرعی"),
    (ANY, "detail"): ("Detail", "جزئیات"),
    (ANY, "abroad"): ("Prosecuted abroad", "پیگرد در خارج از کشور"),
    (ANY, "instead_of"): ("Replaces the charge", "به جای اتهام"),
    (ANY, "merges"): ("Merges earlier judgments", "ادغام احکام پیشین"),
    (ANY, "charge_id"): ("Charge", "اتهام"),
    (ANY, "case_id"): ("Case", "پرونده"),
    (ANY, "currency"): ("Currency", "واحد پول"),
    (ANY, "convertible"): ("Can be converted", "قابل تبدیل"),
    (ANY, "probation_years"): ("Years of probation", "سال‌های آزمایشی"),
    (ANY, "becomes"): ("Became", "تبدیل‌شده به"),
    (ANY, "by_pardon"): ("By pardon", "با عفو"),
    (ANY, "act"): ("Under the act", "بر پایهٔ قانون"),
    (ANY, "open_ended"): ("Without a set end", "بدون پایان معین"),
    (ANY, "after_id"): ("After the event", "پس از رویداد"),
    (ANY, "other_id"): ("Related person", "فرد مرتبط"),
    (ANY, "value"): ("Value", "مقدار"),
    (ANY, "since"): ("Since", "از"),
    (ANY, "level"): ("Who may see it", "سطح دسترسی"),
    (ANY, "caption"): ("What it shows", "شرح"),
    (ANY, "captured_on"): ("Made on", "تاریخ ثبت تصویر"),
    (ANY, "captured_by"): ("Made by", "ثبت‌کنندهٔ تصویر"),
    (ANY, "verification"): ("How well verified", "میزان راستی‌آزمایی"),
    (ANY, "subject"): ("Who agreed", "رضایت‌دهنده"),
    (ANY, "scope"): ("To what", "موضوع رضایت"),
    (ANY, "refused"): ("Refused", "رد شده"),
    (ANY, "means"): ("How it was given", "شیوهٔ رضایت"),
    (ANY, "given_on"): ("Given", "تاریخ"),
    (ANY, "withdrawn_on"): ("Withdrawn", "تاریخ پس‌گرفتن"),
    (ANY, "list_name"): ("List", "فهرست"),
    (ANY, "months"): ("Term: months", "مدت: ماه"),
    (ANY, "days"): ("Term: days", "مدت: روز"),
    (ANY, "half_month"): ("Term: half a month", "مدت: نیم ماه"),
    (ANY, "suspended_years"): ("Suspended: years", "تعلیق: سال"),
    (ANY, "suspended_months"): ("Suspended: months", "تعلیق: ماه"),
    (ANY, "suspended_half_month"): ("Suspended: half a month", "تعلیق: نیم ماه"),
    (ANY, "suspended_days"): ("Suspended: days", "تعلیق: روز"),
    (ANY, "reduced_years"): ("Reduced to: years", "کاهش به: سال"),
    (ANY, "reduced_months"): ("Reduced to: months", "کاهش به: ماه"),
    (ANY, "reduced_half_month"): ("Reduced to: half a month", "کاهش به: نیم ماه"),
    (ANY, "reduced_days"): ("Reduced to: days", "کاهش به: روز"),
    (ANY, "reported_years"): ("Term as reported: years", "مدت به نقل از منبع: سال"),
    (ANY, "reported_months"): ("Term as reported: months", "مدت به نقل از منبع: ماه"),
    (ANY, "reported_half_month"): ("Term as reported: half a month", "مدت به نقل از منبع: نیم ماه"),
    (ANY, "reported_days"): ("Term as reported: days", "مدت به نقل از منبع: روز"),
}
"""Fields that stand in no sheet under a heading of their own."""

RECORDS: dict[str, Both] = {
    "prisoners": ("person", "فرد"),
    "names": ("name", "نام"),
    "activities": ("activity", "فعالیت"),
    "external_ids": ("number in another list", "شماره در فهرستی دیگر"),
    "cases": ("case", "پرونده"),
    "charges": ("charge", "اتهام"),
    "judgments": ("judgment", "دادنامه"),
    "sentences": ("sentence", "مجازات"),
    "events": ("event", "رویداد"),
    "relations": ("relative or companion", "خویشاوند یا همراه"),
    "contacts": ("contact", "راه تماس"),
    "health": ("medical fact", "وضعیت پزشکی"),
    "files": ("file", "پروندهٔ پیوست"),
    "consents": ("consent", "رضایت"),
    "interventions": ("intervention", "اقدام"),
    "beneficiaries": ("person of an intervention", "فردِ موضوع اقدام"),
    "follow_ups": ("reminder", "یادآور"),
    "not_the_same": ("two people told apart", "دو نفر متمایز"),
    "exports": ("file made for somebody", "فایل ساخته‌شده"),
    "estimates": ("estimate", "برآورد"),
    "postings": ("posting", "سمت"),
    "prisons": ("prison", "زندان"),
    "courts": ("court", "دادگاه"),
    "officials": ("official", "مقام"),
    "offences": ("offence", "جرم"),
    "sources": ("source", "منبع"),
    "citations": ("statement of a source", "گزارهٔ منبع"),
}
"""What one record of a table is called."""


def record_name(speech: Speech, table: str) -> str:
    """What one record of a table is called in the language of a file."""
    return speech.either(RECORDS[table])


def field_name(speech: Speech, table: str, column: str | None) -> str:
    """What a field is called in the language of a file; nothing where the whole record is meant."""
    if not column:
        return ""
    if heading := _headings().get((table, column)):
        return speech.words(heading)
    plain = column.removesuffix("_id").replace("_", " ")
    return speech.either(OTHERS.get((table, column)) or OTHERS.get((ANY, column)) or (plain, plain))


@cache
def _headings() -> dict[Columns, str]:
    """Column of the registry → the heading under which the sheets show it first."""
    declared = (*PRISONERS, *CASES, *SENTENCES, *TIMELINE, *SOURCES)
    return {column.allowed_by: column.heading for column in reversed(declared) if column.allowed_by}
