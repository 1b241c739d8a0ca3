"""The words around a chronology, in English, Russian, Kazakh and Azerbaijani.

The Russian, Kazakh and Azerbaijani words are translations of the editors. Numbers stand after a colon, so
that no language has to inflect what is counted.
"""

from __future__ import annotations

from bilateral.errors import InvalidValueError

LANGUAGES = ("en", "ru", "kk", "az")

_WORDS = {
    "chronology": ("хронология", "хронология", "xronologiya"),
    "records": ("записи", "жазбалар", "qeydlər"),
    "agreement": ("документ", "құжат", "sənəd"),
    "event": ("событие", "оқиға", "hadisə"),
    "agreements": ("документы", "құжаттар", "sənədlər"),
    "events": ("события", "оқиғалар", "hadisələr"),
    "undated": ("без даты", "күні белгісіз", "tarixsiz"),
    "Undated": ("Без даты", "Күні белгісіз", "Tarixsiz"),
    "{} or earlier": ("{} или ранее", "{} немесе одан бұрын", "{} və ya daha əvvəl"),
    "{} or later": ("{} или позднее", "{} немесе одан кейін", "{} və ya daha sonra"),
    "or": ("или", "немесе", "və ya"),
    "Outside the periods": ("Вне периодов", "Кезеңдерден тыс", "Dövrlərdən kənar"),
    "No sphere recorded": ("Сфера не указана", "Саласы көрсетілмеген", "Sahə göstərilməyib"),
    "No party recorded": ("Сторона не указана", "Тарапы көрсетілмеген", "Tərəf göstərilməyib"),
    "No place recorded": ("Место не указано", "Орны көрсетілмеген", "Yer göstərilməyib"),
    "No kind recorded": ("Вид не указан", "Түрі көрсетілмеген", "Növ göstərilməyib"),
    "others": ("прочие", "басқалары", "digərləri"),
    "groups": ("группы", "топтар", "qruplar"),
    "day not exactly known: somewhere in this stretch": (
        "день точно не известен: где-то на этом отрезке",
        "күні дәл белгісіз: осы аралықта",
        "günü dəqiq məlum deyil: bu aralıqda",
    ),
    "one of several days": ("один из нескольких дней", "бірнеше күннің бірі", "bir neçə gündən biri"),
    "all of several days": ("все из нескольких дней", "бірнеше күннің бәрі", "bir neçə günün hamısı"),
    "lasted": ("продолжалось", "созылды", "davam etdi"),
    "open end: goes on": ("открытый конец: продолжается", "ашық соңы: жалғасады", "açıq son: davam edir"),
    "open beginning": ("открытое начало", "ашық басы", "açıq başlanğıc"),
    "beginning not known": ("начало не известно", "басы белгісіз", "başlanğıcı məlum deyil"),
    "each lane has a scale of its own; the number is that of its highest bar": (
        "у каждой дорожки свой масштаб; число относится к самому высокому столбцу",
        "әр жолақтың өз масштабы бар; сан ең биік бағанға қатысты",
        "hər zolağın öz miqyası var; rəqəm ən hündür sütuna aiddir",
    ),
    "end not known": ("конец не известен", "соңы белгісіз", "sonu məlum deyil"),
    "marked uncertain or approximate": (
        "помечено как неточное",
        "дәл емес деп белгіленген",
        "dəqiq olmayan kimi qeyd edilib",
    ),
    "sources disagree": ("источники расходятся", "дереккөздер қайшы", "mənbələr ziddiyyətlidir"),
    "sources disagreed; resolved": (
        "источники расходились; решено",
        "дереккөздер қайшы болған; шешілді",
        "mənbələr ziddiyyətli idi; həll edilib",
    ),
    "may not match what was asked": (
        "может не отвечать запросу",
        "сұрауға сай келмеуі мүмкін",
        "sorğuya uyğun olmaya bilər",
    ),
    "titles shortened": ("названия сокращены", "атаулары қысқартылған", "adlar qısaldılıb"),
    "titles not drawn for want of room": (
        "названия не поместились",
        "атаулары сыймады",
        "yer çatmadığından yazılmayan adlar",
    ),
    "too many to be drawn one by one: counted by their beginning": (
        "слишком много для отдельных знаков: подсчитаны по началу",
        "жеке салуға тым көп: басталуы бойынша саналған",
        "ayrı-ayrı çəkmək üçün çoxdur: başlanğıca görə sayılıb",
    ),
    "surely": ("наверняка", "анық", "dəqiq"),
    "at most": ("не более", "ең көбі", "ən çoxu"),
    "no entries": ("нет записей", "жазбалар жоқ", "qeyd yoxdur"),
    "sources": ("источники", "дереккөздер", "mənbələr"),
    "only mentioned, without title or date": (
        "только упоминается, без названия и даты",
        "тек аталған, атауы мен күні жоқ",
        "yalnız adı çəkilir, başlıqsız və tarixsiz",
    ),
    "its date overlaps with that of another entry: which came first is not certain": (
        "дата пересекается с датой другой записи: что было раньше, не установлено",
        "күні басқа жазбаның күнімен қабаттасады: қайсысы бұрын болғаны анық емес",
        "tarixi başqa qeydin tarixi ilə üst-üstə düşür: hansının əvvəl olduğu dəqiq deyil",
    ),
    "may not match what was asked: what is recorded leaves it open": (
        "может не отвечать запросу: записанное оставляет это открытым",
        "сұрауға сай келмеуі мүмкін: жазылғаны мұны ашық қалдырады",
        "sorğuya uyğun olmaya bilər: qeyd olunanlar bunu açıq saxlayır",
    ),
    "periods": ("периоды", "кезеңдер", "dövrlər"),
    "treaty": ("договор", "шарт", "müqavilə"),
    "convention": ("конвенция", "конвенция", "konvensiya"),
    "protocol": ("протокол", "хаттама", "protokol"),
    "declaration": ("декларация", "декларация", "bəyannamə"),
    "joint statement": ("совместное заявление", "бірлескен мәлімдеме", "birgə bəyanat"),
    "memorandum": ("меморандум", "меморандум", "memorandum"),
    "exchange of notes": ("обмен нотами", "ноталар алмасу", "nota mübadiləsi"),
    "programme": ("программа", "бағдарлама", "proqram"),
    "arrangement": ("договорённость", "уағдаластық", "razılaşma"),
    "other": ("иное", "өзге", "digər"),
    "kind: agreement": ("соглашение", "келісім", "saziş"),
    "relations established": ("установление отношений", "қатынастар орнату", "münasibətlərin qurulması"),
    "mission opened": ("открытие представительства", "өкілдіктің ашылуы", "nümayəndəliyin açılması"),
    "consulate opened": ("открытие консульства", "консулдықтың ашылуы", "konsulluğun açılması"),
    "visit": ("визит", "сапар", "səfər"),
    "communication": ("обращение", "хабарлама", "müraciət"),
    "document circulated": ("распространение документа", "құжатты тарату", "sənədin yayılması"),
    "office assumed": ("вступление в должность", "қызметке кірісу", "vəzifəyə başlama"),
    "organisation founded": ("основание организации", "ұйымның құрылуы", "təşkilatın yaradılması"),
    "membership": ("членство", "мүшелік", "üzvlük"),
    "approval": ("одобрение", "мақұлдау", "təsdiq"),
    "independence": ("независимость", "тәуелсіздік", "müstəqillik"),
    "state": ("государство", "мемлекет", "dövlət"),
    "government": ("правительство", "үкімет", "hökumət"),
    "head of state": ("глава государства", "мемлекет басшысы", "dövlət başçısı"),
    "head of government": ("глава правительства", "үкімет басшысы", "hökumət başçısı"),
    "agency": ("ведомство", "ведомство", "qurum"),
    "organisation": ("организация", "ұйым", "təşkilat"),
    "other event": ("иное событие", "өзге оқиға", "digər hadisə"),
    "title": ("название", "атауы", "ad"),
    "kind": ("вид", "түрі", "növ"),
    "signed": ("подписано", "қол қойылған", "imzalanıb"),
    "date": ("дата", "күні", "tarix"),
    "in force": ("вступило в силу", "күшіне енген", "qüvvəyə minib"),
    "terminated": ("прекращено", "тоқтатылған", "xitam verilib"),
    "place": ("место", "орны", "yer"),
    "parties": ("стороны", "тараптар", "tərəflər"),
    "spheres": ("сферы", "салалар", "sahələr"),
    "persons": ("лица", "тұлғалар", "şəxslər"),
    "relations": ("связи", "байланыстар", "əlaqələr"),
    "urls": ("адрес", "мекенжайы", "ünvan"),
    "aliases": ("другие обозначения", "басқа белгілеулер", "digər işarələr"),
    "description": ("упоминание", "аталуы", "təsvir"),
    "preferred": ("предпочтительно", "басым", "üstün tutulan"),
    "deprecated": ("отклонено", "қабылданбаған", "rədd edilib"),
    "protocol to": ("протокол к", "мына құжатқа хаттама:", "protokol buna:"),
    "amends": ("изменяет", "өзгертеді", "dəyişdirir"),
    "supersedes": ("заменяет", "алмастырады", "əvəz edir"),
    "succeeds": ("следует за", "кейінгісі:", "ardınca gəlir:"),
    "concluded with": ("заключено вместе с", "бірге жасалған:", "birlikdə bağlanıb:"),
    "same visit": ("тот же визит:", "сол сапар:", "eyni səfər:"),
    "approves": ("одобряет", "мақұлдайды", "təsdiq edir"),
    "established by": ("учреждено", "негіздеген құжат:", "təsis edən:"),
    "circulates": ("распространяет", "таратады", "yayır"),
    "part of": ("часть", "бөлігі:", "hissəsidir:"),
    "timeline": ("лента времени", "уақыт таспасы", "zaman xətti"),
    "filter": ("отбор", "сүзгі", "süzgəc"),
    "words": ("слова", "сөздер", "sözlər"),
    "sphere": ("сфера", "сала", "sahə"),
    "party": ("сторона", "тарап", "tərəf"),
    "period": ("период", "кезең", "dövr"),
    "from year": ("с года", "жылдан бастап", "ildən"),
    "to year": ("по год", "жылға дейін", "ilədək"),
    "all": ("все", "барлығы", "hamısı"),
    "clear": ("сбросить", "тазарту", "təmizlə"),
    "shown: {} of {}": ("показано: {} из {}", "көрсетілген: {} / {}", "göstərilir: {} / {}"),
    "of these only perhaps: {}": (
        "из них лишь возможно: {}",
        "оның ішінде тек мүмкін: {}",
        "onlardan yalnız ehtimal: {}",
    ),
    "claims": ("свидетельства", "мәліметтер", "iddialar"),
    "provisions": ("положения", "ережелер", "müddəalar"),
    "left open": ("оставлено открытым", "ашық қалдырылған", "açıq saxlanılıb"),
    "resolved": ("решено", "шешілген", "həll edilib"),
    "resolved by rank": ("решено по рангу", "дәрежесі бойынша шешілген", "dərəcə ilə həll edilib"),
    "against": ("против", "қарсы", "qarşı"),
    "from": ("из", "қайдан", "mənbə"),
    "cite as": ("цитировать как", "дәйексөз үлгісі", "istinad"),
    "licence": ("лицензия", "лицензия", "lisenziya"),
    "skip to the records": ("перейти к записям", "жазбаларға өту", "qeydlərə keç"),
    "nothing matches": ("ничего не найдено", "ештеңе табылмады", "heç nə tapılmadı"),
    "note": ("примечание", "ескертпе", "qeyd"),
    "note on translations": (
        "Слова интерфейса — перевод редакторов; названия и цитаты приведены так, как в данных.",
        "Интерфейс сөздері — редакторлардың аудармасы; атаулар мен дәйексөздер деректердегідей берілген.",
        "İnterfeys sözləri redaktorların tərcüməsidir; adlar və sitatlar verilənlərdə olduğu kimidir.",
    ),
}
"""Russian, Kazakh and Azerbaijani for the English words; what two English words share has a prefix here."""


def say(words: str, language: str, *values: object) -> str:
    """Return words of the interface in a language.

    Args:
        words: the English words; ``{}`` stands for a value.
        language: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``.
        values: what to put in.

    Returns:
        The words; those that have no translation in English.

    Raises:
        InvalidValueError: for another language.

    Examples:
        >>> say("{} or later", "ru", 1993)
        '1993 или позднее'
    """
    if language not in LANGUAGES:
        raise InvalidValueError("language", language, f"it must be one of {', '.join(LANGUAGES)}")
    translated = _WORDS.get(words)
    if language == "en" or translated is None:
        # What the prefix tells apart is one word in English.
        return words.removeprefix("kind: ").format(*values) if words in _WORDS else words
    return translated[LANGUAGES.index(language) - 1].format(*values)


def term(word: str, language: str) -> str:
    """Return a word of a vocabulary of the model in a language.

    Args:
        word: the word as stored, such as ``"joint-statement"``.
        language: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``.

    Returns:
        The word, with spaces instead of hyphens.

    Examples:
        >>> term("joint-statement", "az")
        'birgə bəyanat'
    """
    spaced = word.replace("-", " ")
    return say("kind: agreement" if spaced == "agreement" else spaced, language)
