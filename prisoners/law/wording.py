"""The sentences in which computed terms and dates are explained, in English and Persian."""

# ruff: noqa: E501 - a sentence stands whole, so that it can be found and quoted

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """One sentence in two languages and the article it rests on; its facts stand in braces."""

    article: str
    en: str
    fa: str


TERMS: dict[str, Wording] = {
    "announced": Wording("", "Announced: {parts}, added up {total}", "اعلام‌شده: {parts}، در مجموع {total}"),
    "announced_with_death": Wording(
        "IPC92-132-1",
        "Announced: {parts}; death is not added to a term",
        "اعلام‌شده: {parts}؛ اعدام با حبس جمع نمی‌شود",
    ),
    "announced_one": Wording("", "Announced: {part}", "اعلام‌شده: {part}"),
    "words_kept": Wording(
        "",
        "“{words}” ({name}) is kept as it was announced, since it is not in years, months and days",
        "«{words}» ({name}) همان‌گونه که اعلام شده نگه داشته می‌شود، چون به سال و ماه و روز نیست",
    ),
    "no_prison": Wording("", "The judgment holds no prison term", "در این رأی حبسی نیست"),
    "single_act": Wording(
        "IPC92-131",
        "{names} are titles of one single act, of which only the heaviest counts",
        "{names} عنوان‌های یک رفتار واحدند و تنها شدیدترین آن‌ها به حساب می‌آید",
    ),
    "heaviest_2020": Wording(
        "IPC92-134-2020",
        "Several ta'zir punishments of one judgment are not added: only the heaviest is enforceable, "
        "{weighed} for {name}",
        "مجازات‌های تعزیری متعدد یک رأی جمع نمی‌شوند: تنها مجازات اشد اجرا می‌شود، {weighed} برای {name}",
    ),
    "heaviest_2013": Wording(
        "IPC92-134-2013",
        "Several ta'zir punishments of one judgment are not added: only the heaviest is enforceable, "
        "{weighed} for {name}",
        "مجازات‌های تعزیری متعدد یک رأی جمع نمی‌شوند: تنها مجازات اشد اجرا می‌شود، {weighed} برای {name}",
    ),
    "order_depends": Wording(
        "CivPC79-443",
        "Whether {first} or {second} is longer depends on the months in which they are served; "
        "{first} is taken, since it is longer with months of average length",
        "این‌که {first} بلندتر است یا {second} به ماه‌های اجرا بستگی دارد؛ {first} گرفته شد چون با میانگین ماه‌ها بلندتر است",
    ),
    "added_before_2013": Wording(
        "IPC70-47",
        "The judgment is older than the code of 1392, so every offence keeps a punishment of its own: {parts}",
        "رأی پیش از قانون ۱۳۹۲ است و هر جرم مجازات جداگانه دارد: {parts}",
    ),
    "added_low_degree": Wording(
        "IPC92-134-4-2013",
        "Offences of degree 7 or 8 are added to the others under the text of 2013: {parts} for {names}",
        "در متن ۱۳۹۲ جرایم درجهٔ هفت و هشت با بقیه جمع می‌شوند: {parts} برای {names}",
    ),
    "added_hudud": Wording(
        "IPC92-135",
        "Hadd and qisas absorb nothing and are not absorbed: {parts} for {names} is added",
        "حد و قصاص نه جذب می‌کنند و نه جذب می‌شوند: {parts} برای {names} افزوده می‌شود",
    ),
    "suspended_part": Wording(
        "IPC92-46",
        "Of {name}, {suspended} is suspended and {left} is to be served",
        "از {name}، {suspended} تعلیق شده و {left} اجرا می‌شود",
    ),
    "suspended_whole": Wording(
        "IPC92-46",
        "{name}, {before}, is suspended as a whole: nothing of it is served unless the suspension is revoked",
        "{name}، {before}، به‌طور کامل تعلیق شده و تا لغو تعلیق چیزی از آن اجرا نمی‌شود",
    ),
    "pardoned": Wording("IPC92-96", "{name}, {before}, was pardoned", "{name}، {before}، عفو شد"),
    "served": Wording("IPC92-27", "{name}, {before}, has been served", "{name}، {before}، اجرا شده است"),
    "quashed": Wording("", "{name}, {before}, was quashed", "{name}، {before}، نقض شد"),
    "reduced": Wording(
        "", "{name} was reduced from {before} to {after}", "{name} از {before} به {after} کاهش یافت"
    ),
    "commuted": Wording(
        "",
        "{name} was commuted from {before} to {after}; whether by pardon or by a court is not recorded",
        "{name} از {before} به {after} تبدیل شد؛ ثبت نشده که با عفو بود یا با رأی دادگاه",
    ),
    "commuted_by_pardon": Wording(
        "IPC92-96",
        "{name} was commuted by pardon from {before} to {after}",
        "{name} با عفو از {before} به {after} تبدیل شد",
    ),
    "commuted_by_court": Wording(
        "",
        "{name} was commuted by a court from {before} to {after}",
        "{name} با رأی دادگاه از {before} به {after} تبدیل شد",
    ),
    "counts_as_enforced_2020": Wording(
        "IPC92-134-2020",
        "Suspension, pardon and conditional release count as enforcement: after {name} the next heaviest "
        "does not come up",
        "تعلیق و عفو و آزادی مشروط در حکم اجراست: پس از {name} مجازات اشد بعدی اجرا نمی‌شود",
    ),
    "counts_as_enforced_2013": Wording(
        "IPC92-134-2013",
        "Suspension does not bring up the next heaviest after {name} (advisory opinions on the text of 2013), and "
        "for pardon the milder text of 2020 says the same",
        "به موجب نظریه‌های مشورتی دربارهٔ متن ۱۳۹۲، تعلیق {name} مجازات اشد بعدی را به اجرا نمی‌آورد و دربارهٔ عفو متن مساعدتر ۱۳۹۹ "
        "همین را می‌گوید",
    ),
    "next_heaviest_2020": Wording(
        "IPC92-134-2020",
        "{fallen} is no longer the heaviest, for a legal reason that is no pardon: {name}, {measure}, becomes the "
        "enforceable one, and the time already served is credited to it",
        "{fallen} به علتی قانونی جز عفو دیگر مجازات اشد نیست: {name}، {measure}، اجرا می‌شود و مدت تحمل‌شده از آن کسر می‌شود",
    ),
    "next_heaviest_2013": Wording(
        "IPC92-134-2013",
        "{fallen} is no longer the heaviest, for a legal reason that is no pardon: {name}, {measure}, becomes the "
        "enforceable one, and the time already served is credited to it",
        "{fallen} به علتی قانونی جز عفو دیگر مجازات اشد نیست: {name}، {measure}، اجرا می‌شود و مدت تحمل‌شده از آن کسر می‌شود",
    ),
    "death": Wording(
        "IPC92-132-1",
        "A death sentence stands ({names}); it is flagged and not added to any term, and no release is projected "
        "while it stands",
        "حکم اعدام پابرجاست ({names})؛ نشان داده می‌شود، با هیچ حبسی جمع نمی‌شود و تا پابرجاست پیش‌بینی آزادی نمی‌شود",
    ),
    "enforceable": Wording("", "Enforceable: {measure}", "قابل اجرا: {measure}"),
    "enforceable_beside_death": Wording(
        "", "Beside the death sentence: {measure}", "در کنار حکم اعدام: {measure}"
    ),
    "between": Wording(
        "", "Enforceable: at least {least}, at most {most}", "قابل اجرا: دست‌کم {least}، حداکثر {most}"
    ),
    "cannot": Wording(
        "",
        "The exact term cannot be computed because {missing}",
        "مدت دقیق محاسبه‌پذیر نیست چون {missing}",
    ),
    "beside": Wording(
        "IPC92-19",
        "Beside the prison term stand: {components}; whether art. 134 absorbs any of them is not decided here",
        "در کنار حبس: {components}؛ این‌که مادهٔ ۱۳۴ آن‌ها را جذب می‌کند اینجا تعیین نمی‌شود",
    ),
    "reported": Wording(
        "",
        "Reported as enforceable: {reported}; the reported term stands before the computed one",
        "قابل اجرا بنا بر گزارش: {reported}؛ مدت گزارش‌شده بر مدت محاسبه‌شده مقدم است",
    ),
    "stands_apart": Wording(
        "CPC92-510",
        "There are {count} judgments and no recorded merger of this one with another: they are served one after "
        "the other",
        "{count} رأی هست و تجمیع این رأی با رأی دیگری ثبت نشده: یکی پس از دیگری اجرا می‌شوند",
    ),
    "merged": Wording("CPC92-510", "{names} were merged by {merger}", "{names} با {merger} تجمیع شدند"),
    "opinion": Wording(
        "",
        "Computed from the recorded facts; it is no legal opinion",
        "محاسبه بر پایهٔ داده‌های ثبت‌شده است و نظر حقوقی نیست",
    ),
}

GAPS: dict[str, Wording] = {
    "missing_sentence": Wording(
        "", "a conviction is recorded and no sentence with it", "محکومیت ثبت شده و مجازات آن نه"
    ),
    "missing_term": Wording("", "the length of {name} is not recorded", "مدت {name} ثبت نشده است"),
    "missing_change": Wording(
        "",
        "it is not recorded what {name} was reduced or commuted to",
        "ثبت نشده که {name} به چه کاهش یافت یا تبدیل شد",
    ),
    "missing_class": Wording(
        "",
        "it is not recorded whether {name} is hadd, qisas or ta'zir",
        "ثبت نشده که {name} حد، قصاص یا تعزیر است",
    ),
    "missing_degree": Wording(
        "IPC92-19", "the degree of the offence of {name} is not recorded", "درجهٔ جرم {name} ثبت نشده است"
    ),
    "missing_by_pardon": Wording(
        "",
        "it is not recorded whether {name} was commuted by pardon or by a court",
        "ثبت نشده که {name} با عفو تبدیل شد یا با رأی دادگاه",
    ),
    "missing_date": Wording("", "the date of the judgment is not recorded", "تاریخ رأی ثبت نشده است"),
    "unclear_date": Wording(
        "",
        "the judgment may have been given before or after the law changed",
        "روشن نیست که رأی پیش از تغییر قانون صادر شد یا پس از آن",
    ),
    "wrong_reduced": Wording(
        "",
        "{name} is said to be reduced from {before} to {after}, which is longer",
        "گفته شده {name} از {before} به {after} کاهش یافت که بلندتر است",
    ),
    "wrong_suspended": Wording(
        "",
        "of {name} {suspended} are said to be suspended, which is more than {term}",
        "گفته شده از {name} {suspended} تعلیق شد که بیش از {term} است",
    ),
}

RELEASE: dict[str, Wording] = {
    "projected": Wording(
        "CPC92-515",
        "Projection, not a fact: release {when}",
        "پیش‌بینی است نه واقعیت: آزادی {when}",
    ),
    "not_projected": Wording(
        "", "No release is projected because {missing}", "آزادی پیش‌بینی نمی‌شود چون {missing}"
    ),
    "input_term": Wording("", "Input: the enforceable term is {term}", "داده: مدت قابل اجرا {term}"),
    "input_terms": Wording(
        "",
        "Input: the enforceable term lies between {least} and {most}",
        "داده: مدت قابل اجرا میان {least} و {most}",
    ),
    "input_beginning": Wording("IPC92-27", "Input: enforcement began {when}", "داده: آغاز اجرا {when}"),
    "input_held_throughout": Wording(
        "IPC92-27",
        "Input: held without interruption since the detention that began {when}",
        "داده: بازداشت پیوسته از روزی که {when} آغاز شد",
    ),
    "input_follows": Wording(
        "CPC92-510",
        "Input: it is served after {before}, which is projected or reported to end {when}",
        "داده: پس از {before} اجرا می‌شود که پایانش {when} پیش‌بینی یا گزارش شده",
    ),
    "input_credit": Wording(
        "CPC92-515",
        "Input: {days} days of detention in the same case are credited",
        "داده: {days} روز بازداشت در همین پرونده کسر می‌شود",
    ),
    "input_credit_between": Wording(
        "CPC92-515",
        "Input: {fewest} to {most} days of detention in the same case are credited",
        "داده: {fewest} تا {most} روز بازداشت در همین پرونده کسر می‌شود",
    ),
    "input_credit_open": Wording(
        "CPC92-515",
        "Input: at least {fewest} days of detention in the same case are credited; how many at most, the dates do not say",
        "داده: دست‌کم {fewest} روز بازداشت در همین پرونده کسر می‌شود؛ حداکثر آن از تاریخ‌ها برنمی‌آید",
    ),
    "input_lost": Wording(
        "",
        "Input: {days} days outside after an escape or while the sentence was postponed are not counted as served",
        "داده: {days} روز بیرون از زندان پس از فرار یا در تعویق اجرای حکم جزو مدت حبس نیست",
    ),
    "input_lost_between": Wording(
        "",
        "Input: {fewest} to {most} days outside after an escape or while the sentence was postponed are not counted "
        "as served",
        "داده: {fewest} تا {most} روز بیرون از زندان پس از فرار یا در تعویق اجرای حکم جزو مدت حبس نیست",
    ),
    "credit_elsewhere": Wording(
        "CPC92-515",
        "Not credited: spans of detention in other cases ({count})",
        "کسر نمی‌شود: بازداشت در پرونده‌های دیگر ({count})",
    ),
    "credit_unknown_case": Wording(
        "CPC92-515",
        "Not credited: spans of detention whose case is not recorded ({count})",
        "کسر نمی‌شود: بازداشت‌هایی که پروندهٔ آن‌ها ثبت نشده ({count})",
    ),
    "conditional": Wording(
        "IPC92-58",
        "Projection, not a fact: eligible for conditional release {when}, after a third of the term, after a half "
        "where it is longer than ten years",
        "پیش‌بینی است نه واقعیت: امکان درخواست آزادی مشروط {when}، پس از یک‌سوم، و برای بیش از ده سال پس از نصف",
    ),
    "conditional_only_tazir": Wording(
        "IPC92-58",
        "Whether conditional release is open is not decided here: it is for ta'zir imprisonment only",
        "آزادی مشروط تنها برای حبس تعزیری است و اینجا تعیین نمی‌شود",
    ),
    "release_reported": Wording(
        "",
        "Reported release: {when}; the report stands before the projection",
        "آزادی بنا بر گزارش: {when}؛ گزارش بر پیش‌بینی مقدم است",
    ),
    "death_stands": Wording("", "a death sentence stands", "حکم اعدام پابرجاست"),
    "for_life": Wording("", "the term is for life", "حبس ابد است"),
    "nothing_to_serve": Wording("", "there is no prison term to serve", "حبسی برای اجرا نیست"),
    "no_beginning": Wording(
        "",
        "neither the beginning of enforcement nor an unbroken detention is recorded",
        "نه آغاز اجرا ثبت شده و نه بازداشت پیوسته",
    ),
    "not_back": Wording(
        "",
        "the person escaped or the sentence was postponed, and it is not recorded since when or until when",
        "شخص فرار کرده یا اجرای حکم به تعویق افتاده و آغاز یا پایان آن ثبت نشده",
    ),
    "no_end_before": Wording(
        "",
        "the end of {before}, which is served first, is not known",
        "پایان {before} که پیش از این اجرا می‌شود معلوم نیست",
    ),
}

DEADLINES: dict[str, Wording] = {
    "appeal": Wording(
        "CPC92-431",
        "Appeal: {length} from notification, last day {when}",
        "تجدیدنظر: {length} از ابلاغ، آخرین روز {when}",
    ),
    "cassation": Wording(
        "CPC92-431",
        "Cassation: {length} from notification, last day {when}",
        "فرجام: {length} از ابلاغ، آخرین روز {when}",
    ),
    "objection": Wording(
        "CPC92-406",
        "Objection to a judgment in absentia: {length} from real notification, last day {when}",
        "واخواهی: {length} از ابلاغ واقعی، آخرین روز {when}",
    ),
    "surrender": Wording(
        "CPC92-442",
        "Giving up the appeal for a reduction of up to a quarter: {length} from notification, last day {when}",
        "تسلیم به رأی با تخفیف تا یک‌چهارم: {length} از ابلاغ، آخرین روز {when}",
    ),
    "detention_challenge": Wording(
        "CPC92-270",
        "Objection to the detention order: {length} from notification, last day {when}",
        "اعتراض به قرار بازداشت: {length} از ابلاغ، آخرین روز {when}",
    ),
    "after_objection": Wording(
        "CPC92-431",
        "Judged in absentia: the time runs from the end of the time for objection",
        "حکم غیابی: مهلت از پایان مهلت واخواهی آغاز می‌شود",
    ),
    "how_days_count": Wording(
        "CivPC79-445",
        "The day of notification and the day of the act are not counted, a month is thirty days, and a last day that "
        "is a holiday moves on; holidays are not computed here",
        "روز ابلاغ و روز اقدام به حساب نمی‌آید، ماه سی روز است و اگر روز آخر تعطیل باشد به روز بعد می‌رود؛ تعطیلات اینجا محاسبه نمی‌شود",
    ),
    "detention_cap": Wording(
        "CPC92-242",
        "Temporary detention may last {length} at most, which ends {when}",
        "بازداشت موقت حداکثر {length} است که پایانش {when} است",
    ),
    "detention_minimum": Wording(
        "CPC92-242",
        "Nor longer than the least prison term of the offence, {length}, which ends {when}",
        "و نه بیش از حداقل حبس آن جرم، {length}، که پایانش {when} است",
    ),
    "furlough": Wording("CPC92-520", "Furlough ends {when}", "پایان مرخصی {when}"),
    "furlough_indefinite": Wording(
        "CPC92-520", "The furlough is indefinite: it has no end to miss", "مرخصی نامحدود است و پایانی ندارد"
    ),
    "summons_to_serve": Wording(
        "CPC92-500",
        "Summoned to begin the sentence: to appear {when} at the latest",
        "احضار برای اجرای حکم: حضور حداکثر {when}",
    ),
    "verification": Wording(
        "",
        "To be verified every {days} days ({group}): next due {when}",
        "باید هر {days} روز وارسی شود ({group}): نوبت بعد {when}",
    ),
    "never_verified": Wording(
        "",
        "Never verified since it was entered; to be verified every {days} days ({group})",
        "از زمان ثبت وارسی نشده؛ باید هر {days} روز وارسی شود ({group})",
    ),
    "no_deadline": Wording(
        "", "The last day cannot be computed because {missing}", "آخرین روز محاسبه‌پذیر نیست چون {missing}"
    ),
    "missing_notified": Wording("", "the day of notification is not recorded", "روز ابلاغ ثبت نشده است"),
    "missing_abroad": Wording(
        "",
        "It is not recorded whether the person lives in Iran or abroad: both times are shown",
        "ثبت نشده که شخص مقیم ایران است یا خارج: هر دو مهلت نشان داده می‌شود",
    ),
    "missing_since": Wording(
        "", "the beginning of the detention is not recorded", "آغاز بازداشت ثبت نشده است"
    ),
    "missing_life_depriving": Wording(
        "",
        "It is not recorded whether the offence is punished with death: both limits are shown",
        "ثبت نشده که مجازات جرم سلب حیات است یا نه: هر دو سقف نشان داده می‌شود",
    ),
    "missing_furlough_end": Wording(
        "", "the end of the furlough is not recorded", "پایان مرخصی ثبت نشده است"
    ),
    "missing_summons_day": Wording(
        "", "neither a day nor a time to appear is recorded", "نه روز حضور ثبت شده و نه مهلت آن"
    ),
}

OFFENCES: dict[str, Wording] = {
    "above_maximum": Wording(
        "IPC92-19",
        "{term} is longer than the {maximum} that {offence} allows",
        "{term} بیش از {maximum} است که {offence} اجازه می‌دهد",
    ),
    "above_maximum_many": Wording(
        "IPC92-134-2020",
        "{term} is longer than {maximum}, which {offence} allows at most when several offences are judged together",
        "{term} بیش از {maximum} است که {offence} در تعدد جرم حداکثر اجازه می‌دهد",
    ),
    "not_yet_law": Wording(
        "IPC92-10",
        "{offence} was not yet law on the day of the act ({acted}); it was in force {since}",
        "{offence} در روز رفتار ({acted}) هنوز قانون نبود؛ لازم‌الاجرا {since}",
    ),
}

WORDING: dict[str, Wording] = TERMS | GAPS | RELEASE | DEADLINES | OFFENCES
