"""What numbers, accounts and addresses of a person look like, as a reader sees them, however they are written.

Digits are compared full-width, circled or as Chinese numerals (一三八, 壹叁捌), spaced, hyphened, dotted, in brackets,
with 0086. A number counts only where it could be real: an identity number has a date (of 18 digits also the check digit
of GB 11643), a bank card the check digit of ISO/IEC 7812 and a network's first digit. Thousands and lists of years are
no groups of a telephone: a comma or a stroke counts between 3, 4 and 4 digits alone. Web addresses are left out.
"""

from __future__ import annotations

import re
import unicodedata

from build_scripts.ledger.problem import HIDDEN

BEFORE, AFTER = r"(?<![0-9A-Za-z.])", r"(?![0-9A-Za-z])"
GAP = "[- .·_]{0,3}"  # what may stand between the groups of a number
LIST = "[,、/]"  # also between figures of their own
BORN = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
IDENTITY = re.compile(rf"(?<![0-9.])[1-9](?:{GAP}[0-9]){{16}}{GAP}[0-9Xx]{AFTER}")
BORN_WITH_YEAR = re.compile(rf"[0-9]{{6}}(?:19|20)[0-9]{{2}}{BORN}")
OLD_IDENTITY = re.compile(rf"{BEFORE}[1-8][0-9]{{5}}[- .·]?[0-9]{{2}}{BORN}[- .·]?[0-9]{{3}}{AFTER}")
CALLING = rf"(?:[(]?(?:\+|00){GAP}86[)]?{GAP}(?:[(]?0[)]?)?)?"
MOBILE = re.compile(
    rf"(?:{BEFORE}|(?<![A-Za-z])(?:tel|phone|mobile|mob|t|m)[.:]?)(?:{CALLING}|\+?86{GAP}|0)"
    rf"(?:[(]?1[- ]?[3-9][- ]?[0-9][)]?(?:{GAP}[0-9]){{8}}|1[3-9][0-9]{LIST}[0-9]{{4}}{LIST}[0-9]{{4}}){AFTER}",
    re.I,
)
SUBSCRIBER = "[2-9][0-9]{2,3}[- ]?[0-9]{4}"
AREA = "0[1-9][0-9]{1,2}"
LANDLINE = re.compile(
    rf"{BEFORE}{CALLING}(?:[(]{AREA}[)]|{AREA}){GAP}/?{SUBSCRIBER}{AFTER}"
    rf"|{BEFORE}(?:[(]{AREA}[)][- ]?|{AREA}-)[0-9]{{7,8}}{AFTER}"
    rf"|{BEFORE}(?:\+|00){GAP}86{GAP}[1-9][0-9]{{1,2}}{GAP}{SUBSCRIBER}{AFTER}"
    rf"|(?:电话|電話|座机|座機|联系方式|传真|tel\b|phone\b|fax\b)[^0-9A-Za-z]{{0,4}}{SUBSCRIBER}{AFTER}(?!\s*[部户戶个個台门門万萬])",
    re.I,
)
CARD = re.compile(
    rf"{BEFORE}[3-6](?:{GAP}[0-9]){{12,18}}{AFTER}|{BEFORE}[3-6][0-9]{{3}}(?:{LIST}[0-9]{{4}}){{3}}{AFTER}"
)
EMAIL = re.compile(
    r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)*\.(?:[A-Za-z]{2,}|[\u4e00-\u9fff]{2,})"
    r"|[A-Za-z0-9][\w.+-]*#[\w-]+\.(?:com|cn|net|org|edu|gov)\b"
)
MAIL = re.compile(r"[@#]|\bat\b", re.I)
AT, DOT = (
    re.compile(r"\s*[(\[{]\s*at\s*[)\]}]\s*", re.I),
    re.compile(r"\s*[(\[{]\s*dot\s*[)\]}]\s*|(?<=\w)。(?=[a-z])", re.I),
)
ACCOUNT = r"[A-Za-z0-9_-]{5,}"
CHAT = re.compile(
    r"(?:微\s*信|wechat|weixin|Q\s*Q|扣扣|企鹅|抖音|快手|小红书|telegram|whatsapp)\s*(?:群?号|群|id)?\s*"
    rf"(?:[:为是(]\s*@?{ACCOUNT}|(?=[A-Za-z-]*[0-9_]){ACCOUNT})"
    rf"|(?:(?<![A-Za-z])[vw]x|加\s?v信?)\s*[:号]\s*{ACCOUNT}",
    re.I,
)
PAPER = r"(?:护照|護照|通行证|通行證|台胞证|军官证|passport)"
PASSPORT = re.compile(
    rf"{PAPER}[^0-9A-Za-z]{{0,6}}(?:(?:no|number)\b[^0-9A-Za-z]{{0,3}})?"
    r"[A-Za-z]{1,2} ?[0-9]{4} ?[0-9]{3,4}(?![0-9])",
    re.I,
)
PAPERS = re.compile(r"(?<![0-9A-Za-z.])(?:[DEGPS][0-9]{8}|E[A-HJ-NP-Z][0-9]{7})(?![0-9A-Za-z])")
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
PLATE = re.compile(
    rf"[{PROVINCES}][A-HJ-NP-Z][-·•・‧∙. ]?"
    r"(?:(?=(?:[A-Z]*[0-9]){3})[A-HJ-NP-Z0-9]{5,6}|[0-9]{4}[港澳警学挂领])(?![A-Za-z0-9])",
    re.I,
)
COUNT = "[0-9一二三四五六七八九十百〇零]+"
HOUSE = re.compile(
    rf"(?:{COUNT}(?:组|社|弄|幢|栋|号楼|号院|单元)\s*){{1,2}}{COUNT}(?:号|室|房(?!屋))(?![文令公楼])"
    r"|[0-9一二三四五六七八九十](?:幢|栋|号楼|单元)\s*[0-9〇零一二三四五六七八九]{3,4}(?![0-9套户戶间間人平㎡米万余多个])"
    rf"|(?:路|街|巷|胡同|大道)\s*{COUNT}(?:-[0-9]+)?号(?![线文令])"
    r"|No\.? ?[0-9]+,? (?:[A-Z][a-z]+ ){1,3}(?:Road|Street|Lane|Avenue|Alley)|\bRoom [0-9]{3,4}\b"
)
PATTERNS = {"chat": CHAT, "passport": PASSPORT, "papers": PAPERS, "plate": PLATE, "house": HOUSE}
NUMBERS = ("identity", "mobile", "landline", "card", "email", "chat", "passport")  # of which no reader need be asked
NUMERALS = {
    ord(sign): str(digit)
    for digit, signs in enumerate(
        ("零〇", "一壹幺", "二贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for sign in signs
}
IN_NUMERALS = re.compile(f"[{''.join(map(chr, NUMERALS))}0-9]")
FEWEST = 7  # digits: the shortest number of them all is that of a subscriber
SIGNS = "".join(map(chr, NUMERALS))
HINT = re.compile(  # the quick test of a text in small letters: most cells hold nothing of the kind
    r"[@#号室户路街巷]|\bat\b|room|road|street|微|qq|扣|企鹅|抖音|快手|小红书|vx|wx|加v|wechat|weixin|telegram|whatsapp|"
    rf"\d(?:\D{{0,4}}\d){{3}}|[{SIGNS}]\D?[{SIGNS}]\D?[{SIGNS}]"
)
ADDRESS = re.compile(r"https?://\S+")
OTHER_DIGIT = re.compile(r"(?![0-9])\d")
DASHES = re.compile("[‐‑‒–—―−－]")
WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"


def plain_text(cell: str) -> str:
    """Returns a cell as a reader sees it: one form of each sign, one dash, no hidden signs, no web addresses."""
    text = ADDRESS.sub(" ", cell) if "http" in cell else cell
    text = DASHES.sub("-", text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text))
    if not text.isprintable():
        text = "".join(c for c in " ".join(text.splitlines()) if unicodedata.category(c) not in HIDDEN)
    return OTHER_DIGIT.sub(lambda sign: str(unicodedata.digit(sign[0])), text)


def traces(text: str) -> list[str]:
    """Returns what kinds of numbers, accounts and addresses of a person stand in a plain text, as codes."""
    if not HINT.search(text.lower()):
        return []
    found = number_traces(text.translate(NUMERALS)) if len(IN_NUMERALS.findall(text)) >= FEWEST else []
    if MAIL.search(text) and EMAIL.search(DOT.sub(".", AT.sub("@", text))):
        found.append("email")
    found += [kind for kind, pattern in PATTERNS.items() if pattern.search(text)]
    return [kind for kind in found if kind != "papers" or "passport" not in found]


def number_traces(in_digits: str) -> list[str]:
    """Returns what kinds of numbers of a person stand in a text whose numerals are digits."""
    tests = {
        "identity": any(map(is_identity, IDENTITY.findall(in_digits))) or bool(OLD_IDENTITY.search(in_digits)),
        "mobile": bool(MOBILE.search(in_digits)),
        "landline": bool(LANDLINE.search(in_digits)),
        "card": any(map(passes_luhn, CARD.findall(in_digits))),
    }
    return [kind for kind, is_found in tests.items() if is_found]


def bare(number: str) -> str:
    return re.sub("[^0-9Xx]", "", number)


def is_identity(number: str) -> bool:
    """A day of birth in its place, and the check digit of GB 11643-1999 (ISO 7064 MOD 11-2)."""
    digits = bare(number)
    total = sum(w * int(d) for w, d in zip(WEIGHTS, digits[:17], strict=True))
    return bool(BORN_WITH_YEAR.match(digits)) and CHECKS[total % 11] == digits[17].upper()


def passes_luhn(number: str) -> bool:
    """The check digit of ISO/IEC 7812-1."""
    digits = [int(d) for d in reversed(bare(number))]
    return sum(d if i % 2 == 0 else sum(divmod(2 * d, 10)) for i, d in enumerate(digits)) % 10 == 0
