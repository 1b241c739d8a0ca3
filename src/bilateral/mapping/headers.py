"""What the words in a header may mean, in English, Russian, Kazakh, Azerbaijani, French, German, Spanish."""

from __future__ import annotations

import re

from bilateral.words import fold

_WORDS = {
    "in_force": "force effective вступления вступил вступление күшіне qüvvəyə "
    "vigueur inkrafttreten kraft vigor",
    "terminated": "end ended expiry expiration expired termination terminated denunciation прекращения "
    "прекращен истечения окончания окончание расторжения тоқтатылған тоқтату bitmə xitam ləğv "
    "fin dénonciation ende kündigung außerkrafttreten término terminación expiración denuncia",
    "signed": "signed signature signing adopted adoption concluded conclusion подписания подписан "
    "подписание подписано заключения заключен қойылған қою imzalanma imzalanıb imzalanmış "
    "bağlanma signé signée unterzeichnung unterzeichnet firma firmado suscripción",
    "urls": "url urls link links website href ссылка ссылки сілтеме keçid lien liens enlace enlaces",
    "parties": "party parties partner partners country countries state states signatory signatories "
    "participant participants сторона стороны страна страны государство государства участник "
    "участники тарап тараптар ел елдер мемлекет мемлекеттер tərəf tərəflər ölkə ölkələr dövlət "
    "dövlətlər partie pays état états signataires partei parteien vertragspartner staat staaten land "
    "länder parte partes país países estado estados",
    "place": "place location city venue место город орны қала yer şəhər lieu "
    "ville ort unterzeichnungsort stadt lugar ciudad",
    "kind": "kind type form instrument вид тип форма түрі növ növü nature art vertragsart typ tipo clase",
    "spheres": "topic topics subject subjects field sphere spheres area sector тема темы тематика сфера "
    "область отрасль сала саласы бағыты sahə sahəsi mövzu mövzusu domaine sujet matière thema "
    "sachgebiet bereich materia ámbito",
    "id": "id no nr number num code registration номер код № рег нөмір нөмірі kod nömrə nömrəsi "
    "numéro nummer número",
    "title": "title titel name headnote heading название наименование заголовок атауы атау тақырыбы adı "
    "başlıq titre intitulé bezeichnung título denominación",
    "description": "description summary abstract описание содержание сипаттама мазмұны təsvir məzmun "
    "résumé beschreibung zusammenfassung descripción resumen",
    "date": "date dated дата күн күні tarix tarixi datum fecha",
    "year": "year год жыл жылы il ili année jahr año",
    "month": "month месяц ай айы ay ayı mois monat mes",
    "day": "day день число gün günü jour tag día",
}
"""For each field, and for parts of dates, the words by which headers name it, more telling ones first."""

_SHORTEST_WITHIN = 5
"""Shorter words must stand alone; longer ones may end or begin a compound: Dateofsignature."""


def tokens(header: str) -> list[str]:
    """Return the folded words of a header, also where capitals or digits alone set them apart.

    Examples:
        >>> tokens("DateOfSignature_2"), tokens("Дата подписания")
        (['date', 'of', 'signature', '2'], ['дата', 'подписания'])
    """
    apart = re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])|(?<=[^\W\d_])(?=\d)|_", " ", header)
    return re.findall(r"[^\W_]+|№", fold(apart))


def meanings(header: str) -> dict[str, str]:
    """Return the fields that a header may name, each with the word that says so, the most telling first.

    Examples:
        >>> meanings("Date of entry into force")
        {'in_force': 'force', 'date': 'date'}
        >>> meanings("Imzalanma tarixi")
        {'signed': 'imzalanma', 'date': 'tarixi'}
    """
    found = {}
    words = tokens(header)
    for field, listed in _WORDS.items():
        for word in map(fold, listed.split()):
            if word in words or (
                len(word) >= _SHORTEST_WITHIN and any(_within(word, each) for each in words)
            ):
                found[field] = word
                break
    return found


def _within(word: str, compound: str) -> bool:
    return len(word) >= _SHORTEST_WITHIN and (compound.endswith(word) or compound.startswith(f"{word}of"))
