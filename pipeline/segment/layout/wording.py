"""The set terms of letters in English, French and Spanish: what a line says that belongs to a letter's frame."""

from __future__ import annotations

import re

from pipeline.segment.layout import frames

_MONTH = (
    r"(?i:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)"
)
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th|er|º|°)?"
_DATE = (
    rf"(?:{_DAY}\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:del?\s+)?\d{{4}}|{_MONTH}\s+{_DAY},\s+\d{{4}}|"
    rf"{_MONTH}\s+(?:del?\s+)?\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
)
_NAME = r"[^\W\d_a-zà-ÿ][\w.'’-]*"
_PLACE = rf"{_NAME}(?:,?\s(?:(?:de|la|del|los|of|the|à|at|en|le|sur)\s)*\(?{_NAME}\)?){{0,3}}"

DATE_LINE = re.compile(rf"(?:(?i:date|fecha)\s*:\s*)?(?:{_PLACE},\s+)?(?:(?i:on|the|le|a|el)\s+)?{_DATE}\s*[.,]?")
"""A place with a date and nothing else: "Geneva, 12 March 2020", "Fait à Berne, le 3 mai 2020"; not "In May 2020"."""

REFERENCE = re.compile(
    r"(?:(?:our|your|nuestra|su|notre|votre)\s+)?"
    r"(?:ref(?:erence|erencia)?|réf(?:érence)?|no|n[°º]|nota|note|oficio|file|dossier|expediente)\b"
    r"(?:\s+verbale?\b)?(?:\s+(?:no|n[°º]|núm)\b)?[\s.:°º]*(?=\S*\d)[\w./()–-]+(?:\s[\w./()–-]*\d[\w./()–-]*)?",
    re.IGNORECASE,
)
"""A letter's own number: "Ref. 123/2020", "Note verbale No. 45/2020"; never the words that follow one in a sentence."""

CODE = re.compile(r"(?=\S*\d)[A-Z0-9]{2,}(?:[/.–-][A-Z0-9]+){2,}")
"""A registry's number without a word before it: MPG/HR/2020/07."""

SUBJECT = re.compile(r"(?:subject|re|objet|asunto)\s*:\s*\S.{0,200}", re.IGNORECASE)

CONTACT = re.compile(
    r"(?:tel|tél|phone|telephone|téléphone|teléfono|fax|e-?mail|courriel|correo(?: electrónico)?|web(?:site)?|"
    r"site web|sitio web)\b\s*[.:]\S*(?:\s+\S+){0,14}|"
    r"(?:www\.\S+|https?://\S+|\+?\d[\d\s()/-]{6,}|[\w.+-]+@[\w.-]+)(?:[\s|·,;/–-]+\S+){0,5}",
    re.IGNORECASE,
)
"""A line that opens with how to reach the sender; sentences never begin so."""

SALUTATION = re.compile(
    r"(?:(?:(?:dear|my dear|distinguished|hono[u]?rable|excellenc(?:y|ies)|your excellenc(?:y|ies)|"
    r"ladies and gentlemen|sirs?|madam|mesdames|messieurs|madame|monsieur|ch[eè]re?s?|"
    r"estimad[oa]s?|distinguid[oa]s?|excelencias?|excelentísim[oa]s?|señor(?:es|as?)?|muy señor(?:es)?|mr\.?|ms\.?)"
    r"\b(?:[\s,]+[\w./’'-]+){0,9})|to whom it may concern|à qui de droit|de mi (?:mayor )?consideración|"
    r"a quien corresponda)\s*[,:!]",
    re.IGNORECASE,
)

_REGARDS = (
    r"(?:(?:with )?(?:kind(?:est)?|best|warm) (?:regards|wishes)|yours (?:sincerely|faithfully|truly)|"
    r"sincerely(?: yours)?|respectfully(?: submitted| yours)?|(?:bien )?cordialement|respectueusement|"
    r"(?:meilleures )?salutations(?: distinguées| cordiales)?|bien à vous|atentamente|cordialmente|respetuosamente|"
    r"(?:sin otro particular,? )?(?:le|les|lo|la) saludan? (?:muy )?atentamente|saludos cordiales|un cordial saludo)"
)
REGARDS = re.compile(rf"{_REGARDS}\s*(?:[,.!]?$|,\s+(?:\S+\s+){{0,14}}\S+\s*$)", re.IGNORECASE)
"""The complimentary close, alone or with the signature that a narrow leading joined to it."""

COURTESY = re.compile(
    r"avails? (?:it|him|her|them|my)sel(?:f|ves) of (?:this|the) opportunity to renew|"
    r"assurances? of (?:its|my|our|his|her|their) highest consideration|"
    r"(?:veuillez|vous prie(?:ns|nt)?|prions) (?:d['’])?(?:agréer|recevoir|croire)|"
    r"saisit (?:cette|l['’])\s?(?:occasion|opportunité) pour (?:lui |leur )?renouveler|"
    r"assurances? de sa (?:très )?haute considération|"
    r"aprovecha (?:la|esta) (?:oportunidad|ocasión) para (?:reiterar|renovar)|"
    r"hago propicia (?:la|esta) (?:oportunidad|ocasión)|seguridades de su (?:más alta|distinguida) consideración",
    re.IGNORECASE,
)
_LONGEST_COURTESY = 70  # words, with both names in full
_SENTENCES = re.compile(r"[^\W\d_]{3}[.;؛]\s+[A-ZÉÀА-Я\u0620-\u064a]|。[^。]*。")
"""Two sentences in one paragraph: then there is more in it than courtesy."""

SIGNED = re.compile(r"\(?(?:signed|signé|firmado|s/d)\)?\s*[:.)]?(?:\s+\S+){0,8}", re.IGNORECASE)

OFFICE = re.compile(
    r"\b(?:permanent mission|mission permanente|misión permanente|permanent delegation|embassy|ambassade|embajada|"
    r"minist(?:ry|ère|erio)|department of|départ[e]ment|secretar(?:ía|iat|íat)|government of|gobierno|gouvernement|"
    r"republic|république|república|kingdom|royaume|reino|confédération|confederation|federation|federación|state of|"
    r"commission|comisión|ombuds\w+|défenseur|defensoría|office of|oficina|bureau|union|unión|institut[eo]?|"
    r"organi[sz]ation|organización|association|asociación|foundation|fondation|fundación|network|réseau|red de|"
    r"council|conseil|consejo|university|université|universidad|united nations|nations unies|naciones unidas)\b",
    re.IGNORECASE,
)
PAPER = re.compile(
    r"\b(?:submission|contribution|report|response|repl(?:y|ies)|answers?|input|statement|information|comments?|"
    r"questionnaire|rapport|réponses?|déclaration|observations|informe|respuestas?|contribución|cuestionario|"
    r"declaración|aportes?|note verbale|nota verbal|study|étude|estudio|position|memorandum)\b",
    re.IGNORECASE,
)
"""What papers call themselves; "Answers of the Ministry" is a title though it names an office."""

CHAPTER = re.compile(
    r"(?:\W|\d)*(?:(?:executive )?summary|abstract|introduction|background|contents|context|overview|about us|"
    r"who we are|preface|foreword|conclusions?|recommendations?|résumé|contexte|avant-propos|présentation|conclusion|"
    r"recommandations|resumen|introducción|antecedentes|contexto|presentación|conclusiones|recomendaciones|annex\b.*|"
    r"annexe\b.*|anexo\b.*|appendix\b.*)\W*",
    re.IGNORECASE,
)


_OFFICE_LEAD = 30  # characters before the word that makes an office: "The Human Rights Commission"


def is_head_line(text: str) -> bool:
    """Tell a line that belongs to a letter's head wherever it stands above the text: date, number, how to reach whom.

    >>> is_head_line("Geneva, 12 March 2020"), is_head_line("In March 2020 the office closed.")
    (True, False)
    """
    text = text.strip()
    own = (DATE_LINE, REFERENCE, CODE, CONTACT, frames.DATE_LINE, frames.REFERENCE, frames.CONTACT)
    return any(pattern.fullmatch(text) for pattern in own)


def is_address(text: str) -> bool:
    """Tell a line by which a letter addresses its reader or names its subject.

    >>> is_address("Dear colleagues,"), is_address("Dear memories of home were all they carried.")
    (True, False)
    """
    own = (SALUTATION, SUBJECT, frames.SALUTATION, frames.SUBJECT)
    return any(pattern.fullmatch(text.strip()) for pattern in own)


def is_set_line(text: str) -> bool:
    """Tell a line that stands alone in letters, above the text as a rule."""
    return is_head_line(text) or is_address(text)


def is_closing(text: str) -> bool:
    """Tell a complimentary close or the sentence of courtesy that ends a note verbale.

    >>> is_closing("Yours sincerely,"), is_closing("Cordialement reçus, les migrants sont restés.")
    (True, False)
    """
    text = text.strip()
    if REGARDS.match(text) or frames.REGARDS.match(text) or (is_signed(text) and text[:1] in "(（"):
        return True
    courteous = COURTESY.search(text) or frames.COURTESY.search(text)
    return courteous is not None and word_count(text) <= _LONGEST_COURTESY and not _SENTENCES.search(text)


def is_date_line(text: str) -> bool:
    """Tell a place with a date and nothing else."""
    return any(pattern.fullmatch(text.strip()) for pattern in (DATE_LINE, frames.DATE_LINE))


def is_signed(text: str) -> bool:
    """Tell a line that says who signed."""
    return any(pattern.fullmatch(text.strip()) for pattern in (SIGNED, frames.SIGNED))


def names_office(text: str) -> bool:
    """Tell a line that opens with an office, as letterheads do.

    >>> names_office("Human Rights Commission of Tessaronia"), names_office("Migrant workers in the European Union")
    (True, False)
    """
    office = OFFICE.search(text) or frames.OFFICE.search(text)
    return office is not None and office.start() < _OFFICE_LEAD and ":" not in text


def names_paper(text: str) -> bool:
    """Tell a line that says what the paper is; an office may stand behind it: "Answers of the Ministry of Labour"."""
    paper = PAPER.search(text) or frames.PAPER.search(text)
    office = OFFICE.search(text) or frames.OFFICE.search(text)
    if HAN.search(text):  # Chinese names the sender first: "摩洛哥政府的答复"
        return paper is not None
    return paper is not None and (office is None or paper.start() < office.start())


def names_chapter(text: str) -> bool:
    """Tell the heading of a chapter that papers of every kind have: "Introduction", "مقدمة"."""
    return any(pattern.fullmatch(text) for pattern in (CHAPTER, frames.CHAPTER))


HAN = re.compile("[\u3400-\u9fff]")


def word_count(text: str) -> int:
    """Count the words of a text; two characters of Chinese, which has no spaces, are one."""
    return len(text.split()) + len(HAN.findall(text)) // 2
