"""Common given names and family names in both scripts, to make invented people from; nobody is meant by them."""

GIVEN: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
محمد Mohammad Muhammad Mohamad
محمود Mahmoud Mahmood Mahmud
احمد Ahmad Ahmed
حمید Hamid Hameed
حامد Hamed
علی Ali
حسن Hasan Hassan
حسین Hossein Hussein Hosein
محسن Mohsen Muhsin
رضا Reza Riza
مهدی Mehdi Mahdi
هادی Hadi
کاظم Kazem Kazim
قاسم Ghasem Qasem Qasim
ناصر Naser Nasser
منصور Mansour Mansoor Mansur
سعید Saeed Said Saeid
مسعود Masoud Masood Mas'ud
صادق Sadegh Sadeq
جواد Javad Jawad
جعفر Jafar Ja'far
باقر Bagher Baqer
تقی Taghi Taqi
نقی Naghi Naqi
عباس Abbas
عبدالله Abdollah Abdullah
اسماعیل Esmail Ismail Esmaeil
ابراهیم Ebrahim Ibrahim
یوسف Yousef Yusef Yousof
یونس Younes Yunes
یعقوب Yaghoub Yaqub
موسی Mousa Musa
عیسی Isa Issa
داوود Davoud Davood Davud
سلیمان Soleiman Soleyman
آرش Arash
آرمان Arman
آرمین Armin
امید Omid Omeed
امین Amin
امیر Amir
اکبر Akbar
اصغر Asghar
اشکان Ashkan
بهرام Bahram
بهروز Behrouz Behrooz Behruz
بهزاد Behzad
بهمن Bahman
بیژن Bijan Bizhan
پرویز Parviz
پیمان Peyman Payman
پژمان Pejman Pezhman
تیمور Teymour Teimour
جمال Jamal
جلال Jalal
جلیل Jalil
جمیل Jamil
جهانگیر Jahangir
خسرو Khosrow Khosro
داریوش Dariush Daryoush
رامین Ramin
رستم Rostam
روزبه Rouzbeh Roozbeh
سامان Saman
سهراب Sohrab
سیامک Siamak
سیاوش Siavash Siyavash
شاهین Shahin
شهرام Shahram
فرزاد Farzad
فرهاد Farhad
فریدون Fereydoun Fereidoun
کامران Kamran
کاوه Kaveh
کوروش Kourosh Koroush
کیوان Keyvan Keivan
مجید Majid
مرتضی Morteza
مصطفی Mostafa Mustafa
مجتبی Mojtaba
منوچهر Manouchehr Manoochehr
نوید Navid
هوشنگ Houshang Hooshang
وحید Vahid
یاسر Yaser
هیمن Hemin
زهرا Zahra
زهره Zohreh
فاطمه Fatemeh Fatima
مریم Maryam Mariam
مینا Mina
مژگان Mojgan Mozhgan
معصومه Masoumeh
نرگس Narges Nargess
نسرین Nasrin
نگار Negar
پروانه Parvaneh
پریسا Parisa
رویا Roya
سارا Sara
سمیه Somayeh
شیرین Shirin
طاهره Tahereh
لیلا Leila Leyla
""".strip().splitlines()
)
"""Each: the Persian spelling, then Latin ones."""

FAMILY: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
کریمی Karimi Kareemi
کرمی Karami
رحیمی Rahimi
رحمانی Rahmani
حسینی Hosseini Husseini
حسنی Hasani Hassani
محمدی Mohammadi
محمودی Mahmoudi Mahmoodi
احمدی Ahmadi
حمیدی Hamidi
رضایی Rezaei Rezaee Rezai
موسوی Mousavi Moosavi
هاشمی Hashemi
قاسمی Ghasemi Qasemi
کاظمی Kazemi
صادقی Sadeghi Sadeqi
صدیقی Seddighi Sedighi
جعفری Jafari
جباری Jabbari
باقری Bagheri Baqeri
نجفی Najafi
مرادی Moradi
اکبری Akbari
اصغری Asghari
نوری Nouri Noori
نادری Naderi
نصیری Nasiri
ناصری Naseri
ملکی Maleki
صالحی Salehi
طاهری Taheri
زارعی Zarei
زمانی Zamani
سلیمانی Soleimani Soleymani
سلطانی Soltani
شریفی Sharifi
عباسی Abbasi
عزیزی Azizi
علوی Alavi
فرهادی Farhadi
قربانی Ghorbani Qorbani
قادری Ghaderi Qaderi
قدیری Ghadiri
کمالی Kamali
لطفی Lotfi
یوسفی Yousefi
رستمی Rostami
بهرامی Bahrami
ابراهیمی Ebrahimi
اسدی Asadi
امیری Amiri
امینی Amini
ایمانی Imani
بیگی Beigi
پناهی Panahi
جلالی Jalali
جلیلی Jalili
حیدری Heydari Heidari
خسروی Khosravi
داوودی Davoudi Davoodi
دهقانی Dehghani
راد Rad
روحانی Rouhani Rohani
زندی Zandi
سعیدی Saeedi Saidi
شهابی Shahabi
شیرازی Shirazi
صفری Safari
فتحی Fathi
فلاحی Fallahi
کاویانی Kaviani
گودرزی Goudarzi Goodarzi
محسنی Mohseni
مظفری Mozaffari
منصوری Mansouri
میرزایی Mirzaei
نعمتی Nemati
نیکو Nikou
هدایتی Hedayati
وکیلی Vakili
یزدانی Yazdani
بلوچی Baluchi Balouchi
شهنوازی Shahnavazi
کوهکن Kouhkan
زربافی Zarbafi
چراغی Cheraghi
خادمی Khademi
پاکزاد Pakzad
ژیانی Zhiani
گنجی Ganji
فولادی Fouladi
ورزنده Varzandeh
توحیدی Towhidi Tohidi
عطایی Ataei
ضیایی Ziaei
غفاری Ghaffari
قهرمانی Ghahremani
مختاری Mokhtari
مشایخی Mashayekhi
معینی Moeini
""".strip().splitlines()
)

ENDINGS: tuple[tuple[str, ...], ...] = (
    ("", ""),
    ("\u200cنژاد", "nejad", "nezhad"),
    ("\u200cپور", "pour", "poor", "pur"),
    ("\u200cزاده", "zadeh", "zade"),
    ("\u200cفر", "far"),
    ("\u200cنیا", "nia", "niya"),
)
