"""The words people date things with: months of three calendars, seasons, numbers, before and after, in many spellings.

Pure tables, owned by people who know the languages. Every entry of a table of months is one month and holds its
spellings, separated by blanks. Letters are folded before they are compared (prisoners/dates/scan.py), so that ي and ی,
ê and e need one spelling only.
"""

from __future__ import annotations

from prisoners.dates.partial import Calendar

JALALI_MONTHS = (
    "فروردین حمل وری خاکەلێوە farvardin farvardeen farwardin farwardeen farvardine frawardin hamal xakelewe xakeliwe",
    (
        "اردیبهشت ثور غویی گوڵان بانەمەڕ ordibehesht ordibehest ordibehsht ordybehesht urdibehesht ardibehesht "
        "ardibehest ordibeheshte sawr saur thawr gulan banemer banamar"
    ),
    "خرداد جوزا غبرګولی غبرگولی جۆزەردان khordad khurdad xordad khordaad khordād jawza jauza cozerdan jozerdan",
    "تیر سرطان چنګاښ چنگاش پووشپەڕ پوشپەڕ tir teer saratan pusper pushper pushpar",
    "مرداد امرداد اسد زمری گەلاوێژ mordad amordad murdad mordaad asad gelawej galawej galawezh",
    (
        "شهریور سنبله وږی خەرمانان شەهریوەر shahrivar shahriwar sharivar shahrivr shahriver shahreevar shahrevar "
        "sunbula sonbola sunbulah xermanan kharmanan"
    ),
    "مهر میزان تله ڕەزبەر mehr mihr mizan rezber razbar",
    "آبان عقرب لړم گەڵاڕێزان خەزەڵوەر aban abaan aqrab gelarezan galarezan xezelwer khazalwar",
    "آذر قوس لیندۍ سەرماوەز azar aazar qaws qaus sermawez sarmawaz",
    "دی جدی مرغومی بەفرانبار dey dei dai jadi jaddi befranbar bafranbar",
    "بهمن دلو سلواغه ڕێبەندان bahman bahmann dalw dalv rebendan rebandan",
    "اسفند حوت کب ڕەشەمە ڕەشەمێ esfand isfand espand esfend hut hoot reseme rasheme rashama",
)

GREGORIAN_MONTHS = (
    "january jan januar janvier ocak ژانویه ژانویهٔ جنوری يناير",
    "february feb februar fevrier subat sibat فوریه فبروری فبرایر شباط شوبات",
    "march mar märz maerz mars mart مارس مارچ آذار ئازار",
    "april apr avril avrel نیسان nisan آوریل اوریل اپریل أبریل",
    "may mai mayis مه می ایار ئایار مایو",
    "june jun juni juin haziran ژوئن ژوین جون یونیو حزیران حوزەیران",
    "july jul juli juillet temmuz ژوئیه ژوییه ژولای جولای جولایی یولیو تموز تەمووز",
    "august aug aout agustos tebax اوت آگوست اگست آگست أغسطس ئاب",
    "september sep sept septembre eylul ilon سپتامبر سپتمبر سبتمبر ایلول ئەیلوول",
    "october oct okt oktober octobre ekim cotmeh اکتبر اکتوبر أکتوبر",
    "november nov novembre kasim mijdar نوامبر نومبر نوفمبر",
    "december dec dez dezember decembre aralik دسامبر دسمبر دیسمبر",
)

HIJRI_MONTHS = (
    "محرم muharram moharram moharam",
    "صفر safar",
    "ربیعالاول",
    "ربیعالثانی ربیعالاخر",
    "جمادیالاول جمادیالاولی",
    "جمادیالثانی جمادیالاخر",
    "رجب rajab",
    "شعبان shaban shaaban",
    "رمضان ramadan ramazan ramadhan",
    "شوال shawwal shavval",
    "ذیقعده ذیالقعده",
    "ذیحجه ذیالحجه",
)

SEASONS = (
    "بهار بەهار spring printemps fruhling bahar",
    "تابستان هاوین summer ete sommer tabestan",
    "پاییز پائیز خزان پایز autumn fall automne herbst payiz",
    "زمستان زستان winter hiver zemestan",
)

WEEKDAYS = (
    "دوشنبه monday mon",
    "سهشنبه tuesday tue tues",
    "چهارشنبه wednesday wed",
    "پنجشنبه پنچشنبه thursday thu thur thurs",
    "جمعه ادینه friday fri",
    "شنبه saturday sat",
    "یکشنبه sunday sun",
)

# Number words from 1 to 31; a line may hold cardinals and ordinals, since "five Mehr" and "fifth of Mehr" are one day.
NUMBERS = {
    1: "یک یکم اول نخست یک‌ام one first",
    2: "دو دوم دویم two second",
    3: "سه سوم سیوم three third",
    4: "چهار چهارم چارم four fourth",
    5: "پنج پنجم five fifth",
    6: "شش ششم شیش six sixth",
    7: "هفت هفتم seven seventh",
    8: "هشت هشتم eight eighth",
    9: "نه نهم nine ninth",
    10: "ده دهم ten tenth",
    11: "یازده یازدهم eleven eleventh",
    12: "دوازده دوازدهم twelve twelfth",
    13: "سیزده سیزدهم thirteen thirteenth",
    14: "چهارده چهاردهم fourteen fourteenth",
    15: "پانزده پانزدهم پونزده fifteen fifteenth",
    16: "شانزده شانزدهم شونزده sixteen sixteenth",
    17: "هفده هفدهم seventeen seventeenth",
    18: "هجده هجدهم هیجده هیجدهم eighteen eighteenth",
    19: "نوزده نوزدهم nineteen nineteenth",
    20: "بیستم twentieth",
    30: "سیام سیم thirtieth",
}
# Tens that a unit may follow: "بیست و پنجم", "twenty-fifth"; above thirty they only name decades.
TENS = {
    20: "بیست twenty",
    30: "سی thirty",
    40: "چهل forty",
    50: "پنجاه fifty",
    60: "شصت sixty",
    70: "هفتاد seventy",
    80: "هشتاد eighty",
    90: "نود ninety",
}

# (which, of how many parts) a word cuts out of the month, season, year or decade that follows it.
PARTS = {
    (0, 3): "early beginning start begin اوایل اوائل ابتدای آغاز",
    (1, 3): "mid middle midst اواسط میانه میانهٔ میانه‌ی",
    (2, 3): "late end ending اواخر پایان انتهای آخر",
}

# What a word does to the date beside it; the key is the kind of token the reader's grammar knows.
ROLES = {
    "about": "about around circa ca c approx approximately roughly حدود حدودا حدودن تقریبا تقریبی حوالی نزدیک",
    "doubt": "probably possibly perhaps maybe presumably likely apparently reportedly uncertain unconfirmed doubtful "
    "احتمالا احتمال شاید گویا ظاهرا نامطمئن نامسلم مشکوک",
    "before": "before pre",
    "after": "after post",
    "until": "until till by لغایت",
    "from": "from since starting از",
    "between": "between بین میان مابین",
    "to": "to through thru تا الی",
    "and": "and و",
    "or": "or یا",
    "onwards": "onwards onward ongoing continuing continuous continues مستمر ادامهدار تاکنون",
    "decade": "دهه دههٔ دهه‌ی دهههای decade decades",
    "ago": "ago earlier پیش قبل",
    "last": "last past گذشته",
    "this": "this current جاری",
    "half": "half نیمه نیمهٔ نیمه‌ی",
    "unknown": "dd mm xx yyyy unknown نامعلوم نامشخص",
}

UNITS = {
    "day": "day روز روزهای",
    "days": "days روزه",
    "week": "week هفته هفتهٔ هفته‌ی",
    "weeks": "weeks",
    "months": "months",
    "years": "years",
    "month": "month ماه ماههای mah mahe مانگی مانگ",
    "year": "year سال سالهای ساڵی ساڵ sal",
    "quarter": "quarter سهماهه سهماههٔ",
}

ERAS = {
    "gregorian": "ad ce میلادی زایینی gregorian miladi",
    "jalali": "sh ap shamsi jalali solar persian شمسی خورشیدی جلالی هەتاوی ش",
    "hijri": "قمری ah qamari lunar ق",
    "unknown": "هجری hijri",
}

# Unit, how many away from today, and in which calendar years and months are counted.
RELATIVE: dict[tuple[str, int, Calendar | None], str] = {
    ("day", 0, None): "today امروز",
    ("day", -1, None): "yesterday دیروز",
    ("day", -2, None): "پریروز",
    ("day", 1, None): "tomorrow فردا",
    ("year", 0, Calendar.JALALI): "امسال",
    ("year", -1, Calendar.JALALI): "پارسال",
    ("year", -2, Calendar.JALALI): "پیرارسال",
    ("month", 0, Calendar.JALALI): "اینماه",
    ("month", -1, Calendar.JALALI): "ماهگذشته",
    ("year", 0, Calendar.GREGORIAN): "thisyear",
    ("year", -1, Calendar.GREGORIAN): "lastyear",
    ("month", 0, Calendar.GREGORIAN): "thismonth",
    ("month", -1, Calendar.GREGORIAN): "lastmonth",
}

# Words that neither date nor doubt: they may stand anywhere.
FILLERS = (
    "gmt utc on in at the of a an during dated date time hours hrs ساعت در مورخ مورخه مورخهٔ تاریخ طی برابر له ی ی‌ "
    "st nd rd th ام um er de le بعدازظهر پیشازظهر morning evening afternoon noon dawn midday صبح "
    "عصر ظهر بامداد شامگاه رۆژی"
)

# What happened, not when: such words may stand before a date or after it, never between two.
HAPPENINGS = (
    "arrested detained born died killed executed released sentenced hanged murdered summoned convicted tried charged "
    "kidnapped disappeared deceased dead death birth arrest detention execution release was were he she "
    "متولد درگذشته درگذشت درگذشتهٔ بازداشت بازداشتشده دستگیر دستگیری اعدام کشته کشتهشده آزاد آزادی محکوم محکومیت "
    "زاده تولد مرگ فوت جانباخته شد شده شدن زندانی احضار"
)

# Several words that mean one thing; the left side is what the reader takes them for.
PHRASES = {
    "by": (
        "no later than", "not later than", "at the latest", "up to", "not after", "on or before", "حداکثر تا",
        "دست بالا تا",
    ),
    "since": (
        "no earlier than", "not earlier than", "not before", "on or after", "as of", "as from", "حداقل از",
    ),
    "before": ("prior to", "earlier than", "قبل از", "پیش از", "ماقبل"),
    "after": ("later than", "بعد از", "پس از"),
    "onwards": (
        "به بعد", "and after", "and later", "or later", "and onwards", "و بعد", "و پس از آن", "تا امروز", "تا به امروز",
        "تا کنون", "تا حال",
        "to present", "to the present", "to date", "until now", "until today", "till now", "- present", "to now",
        "ادامه دارد", "and ongoing",
    ),
    "about": ("در حدود", "نزدیک به", "more or less", "or so", "کم و بیش"),
    "probably": ("به احتمال زیاد", "not certain", "not sure", "to be confirmed", "به احتمال قوی"),
    "=": ("برابر با", "مطابق با", "معادل", "corresponding to", "equal to", "i.e.", "i . e ."),
    "پنجشنبه": ("پنج شنبه",),
    "چهارشنبه": ("چهار شنبه",),
    "سهشنبه": ("سه شنبه",),
    "دوشنبه": ("دو شنبه",),
    "یکشنبه": ("یک شنبه",),
    "شمسی": ("هجری شمسی", "هجری خورشیدی", "ه . ش", "ه ش", "ه . ش .", "solar hijri", "hijri shamsi", "a . p .",
    "s . h .", "h . s ."),
    "قمری": ("هجری قمری", "ه . ق", "ه ق", "ه . ق .", "lunar hijri", "a . h ."),
    "میلادی": ("a . d .", "c . e ."),
    "پریروز": ("day before yesterday", "the day before yesterday"),
    "ربیعالاول": ("ربیع الاول", "rabi al awwal", "rabi i"),
    "ربیعالثانی": ("ربیع الثانی", "ربیع الاخر", "rabi al thani", "rabi ii"),
    "جمادیالاول": ("جمادی الاول", "جمادی الاولی", "jumada al awwal", "jumada i"),
    "جمادیالثانی": ("جمادی الثانی", "جمادی الاخر", "jumada al thani", "jumada ii"),
    "ذیقعده": ("ذی القعده", "ذی قعده", "dhu al qadah", "dhul qadah"),
    "ذیحجه": ("ذی الحجه", "ذی حجه", "dhu al hijjah", "dhul hijjah"),
    "january": ("کانون الثانی", "کانوونی دووەم"),
    "december": ("کانون الاول", "کانوونی یەکەم"),
    "october": ("تشرین الاول", "تشرینی یەکەم"),
    "november": ("تشرین الثانی", "تشرینی دووەم"),
    "درگذشته": ("date of death", "date of birth", "date of arrest", "کشته شده", "جان باخته", "بازداشت شده"),
    "سهماهه": ("سه ماهه",),
    "بعدازظهر": ("بعد از ظهر", "قبل از ظهر", "پیش از ظهر", "بعد از ظهر روز"),
    "تاریخ": ("به تاریخ", "در تاریخ"),
    "سالهای": ("سال های",),
    "اوایل": (
        "روزهای اول", "روزهای نخست", "روزهای آغازین", "روزهای ابتدایی", "نخستین روزهای", "اولین روزهای",
        "first days", "first few days", "opening days", "early days",
    ),
    "اواخر": (
        "روزهای آخر", "روزهای پایانی", "آخرین روزهای", "واپسین روزهای", "last days", "last few days", "final days",
    ),
    "دهههای": ("دهه های",),
    "ماههای": ("ماه های",),
    "روزهای": ("روز های",),
    "امسال": ("سال جاری", "این سال"),
    "پارسال": ("سال گذشته", "سال پیش", "سال قبل"),
    "اینماه": ("ماه جاری", "این ماه"),
    "ماهگذشته": ("ماه گذشته", "ماه پیش", "ماه قبل"),
    "thisyear": ("this year", "the current year"),
    "lastyear": ("last year",),
    "thismonth": ("this month", "the current month"),
    "lastmonth": ("last month",),
}  # fmt: skip
