"""The words dates are written in, English and Persian; the reader knows every one of them."""

from __future__ import annotations

from dataclasses import dataclass

from prisoners.dates import jalali

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True, slots=True)
class Speech:
    """One language's names of months and seasons, and how it says about, before, from one day to another."""

    jalali_months: tuple[str, ...]
    gregorian_months: tuple[str, ...]
    seasons: tuple[str, ...]
    decade: str = "{}s"
    year_alone: str = "{}"
    jalali_era: str = "{} SH"
    gregorian_era: str = "{} CE"
    short_range: str = "{}–{}"
    long_range: str = "{} – {}"
    about: str = "about {}"
    uncertain: str = "{} (uncertain)"
    about_alone: str = "{} (about)"
    probably: str = "probably {}"
    before: str = "before {}"
    until: str = "until {}"
    since: str = "since {}"
    unknown: str = "unknown"
    both: str = "and"
    either: str = "or"
    comma: str = ", "
    unread: str = "“{}” (not read)"
    year: str = "{} y"
    month: str = "{} m"
    day: str = "{} d"
    at_least: str = "{} or more"
    span_joint: str = " "


SPEECH = {
    "en": Speech(
        jalali_months=jalali.MONTHS,
        gregorian_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        seasons=("spring", "summer", "autumn", "winter"),
    ),
    "fa": Speech(
        jalali_months=(
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
        ),
        gregorian_months=(
            "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
        ),
        seasons=("بهار", "تابستان", "پاییز", "زمستان"),
        decade="دهه {}",
        year_alone="سال {}",
        jalali_era="{} شمسی",
        gregorian_era="{} میلادی",
        short_range="{} تا {}",
        long_range="{} تا {}",
        about="حدود {}",
        uncertain="{} (نامطمئن)",
        about_alone="{} (حدود)",
        probably="احتمالاً {}",
        before="پیش از {}",
        until="تا {}",
        since="از {}",
        unknown="نامعلوم",
        both="و",
        either="یا",
        comma="، ",
        unread="«{}» (خوانده نشد)",
        year="{} سال",
        month="{} ماه",
        day="{} روز",
        at_least="{} یا بیشتر",
        span_joint=" و ",
    ),
}  # fmt: skip


def in_persian_digits(text: str) -> str:
    """The same text with the digits of Persian."""
    return text.translate(_PERSIAN_DIGITS)
