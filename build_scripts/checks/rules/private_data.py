"""No natural person can be found through the ledger: no identity number, telephone, bank card, e-mail or the like.

Digits are compared as a reader sees them: full-width, spaced, hyphened, with 0086. A number counts only where it
could be real: an identity number has a date (of 18 digits also the check digit of GB 11643), a bank card the check
digit of ISO/IEC 7812 and a network's first digit. Web addresses and codes are left out. Names beside a role are
a question, since an office may be named after a person.
"""

from __future__ import annotations

import re
import unicodedata

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import HIDDEN, Problem, finding
from build_scripts.ledger.tables import RawTables, filled_cells

BEFORE, AFTER = r"(?<![0-9A-Za-z.])", r"(?![0-9A-Za-z])"
GAP = "[- .·]?"  # what may stand between the groups of a number
BORN = rf"(?:0[1-9]|1[0-2]){GAP}(?:0[1-9]|[12][0-9]|3[01])"
IDENTITY = re.compile(rf"{BEFORE}[1-9][0-9]{{5}}{GAP}(?:19|20)[0-9]{{2}}{GAP}{BORN}{GAP}[0-9]{{3}}{GAP}[0-9Xx]{AFTER}")
OLD_IDENTITY = re.compile(rf"{BEFORE}[1-8][0-9]{{5}}{GAP}[0-9]{{2}}{GAP}{BORN}{GAP}[0-9]{{3}}{AFTER}")
CALLING = rf"(?:(?:\+|00){GAP}86{GAP})?"
MOBILE = re.compile(rf"{BEFORE}(?:{CALLING}|\+?86{GAP})1 ?[3-9] ?[0-9](?:{GAP}[0-9]){{8}}{AFTER}")
AREA = rf"(?:{CALLING}[(（]?0[1-9][0-9]{{1,2}}[)）]?[- ]?|\+86{GAP}[1-9][0-9]{{1,2}}{GAP})"
LANDLINE = re.compile(rf"{BEFORE}{AREA}[2-9][0-9]{{6,7}}{AFTER}")
CARD = re.compile(rf"{BEFORE}[3-6][0-9]{{2}}(?:{GAP}[0-9]){{10,16}}{AFTER}")
EMAIL = re.compile(r"[\w.+-]+\s?[@＠]\s?[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
CHAT = re.compile(r"(?:微信号?|wechat|QQ号?|抖音号)\s*(?:id)?\s*[:：为是]?\s*[A-Za-z0-9_-]{5,}", re.I)
PASSPORT = re.compile(r"护照[^0-9A-Za-z]{0,4}[A-Za-z]{1,2}[0-9]{7,8}(?![0-9])")
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
PLATE = re.compile(rf"[{PROVINCES}][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{{5,6}}(?![A-Za-z0-9])")
HOUSE = re.compile(r"(?:[0-9一二三四五六七八九十]+(?:组|社|弄|幢|栋|号楼|单元)\s*){1,2}[0-9]+(?:号|室)(?!文|令|公告)")
ROLE = "书记|主任|县长|区长|市长|镇长|乡长|村长|局长|校长|院长|户主|贫困户|驻村干部|第一书记|书記|戶主|貧困戶"
SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉"
    "阎余潘杜戴夏钟鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文"
)
NAME = re.compile(
    rf"(?:(?:{ROLE})[：: ]?[{SURNAMES}][\u4e00-\u9fff]{{1,2}}|[{SURNAMES}](?:某|[×*＊]){{1,2}})(?![\u4e00-\u9fff])"
)
HINT = re.compile(rf"[@＠某×*＊号室]|\d(?:\D{{0,2}}\d){{4}}|微信|wechat|QQ|抖音|{ROLE}", re.I)  # the quick test
ADDRESS = re.compile(r"https?://\S+")
DASHES = re.compile("[‐‑‒–—―−－]")
PATTERNS = {"email": EMAIL, "chat": CHAT, "passport": PASSPORT, "plate": PLATE, "house": HOUSE, "name": NAME}
QUESTIONS = ("house", "name", "plate")  # what may be right: an office, a document's number
NOT_READ = ("url", "moved_to_url", "archive_url", "text_sha256", "also_at", "statement", "place_id")
WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"


def problems(package: Package, raw: RawTables) -> list[Problem]:
    """Text cells with a trace of a person; the trace itself is not repeated in the finding."""
    texts = {
        (table, field["name"])
        for table, schema in package.schemas.items()
        for field in schema["fields"]
        if field["type"] == "string" and field["name"] not in (*NOT_READ, *references(schema))
    }
    return [
        finding(table, line, column, kind, level="warning" if kind in QUESTIONS else "error")
        for table, line, column, cell in filled_cells(raw)
        if (table, column) in texts
        for kind in personal_traces(cell)
    ]


def references(schema: dict) -> list[str]:
    """Returns the columns that hold ids of other rows, which are looked at where they stand themselves."""
    return [column for key in schema.get("foreignKeys", []) for column in key["fields"]]


def personal_traces(cell: str) -> list[str]:
    """Returns what kinds of traces of a person stand in a cell, as codes."""
    if len(cell) < 3 or not HINT.search(cell):  # most cells
        return []
    text = DASHES.sub("-", unicodedata.normalize("NFKC", ADDRESS.sub(" ", cell)))
    text = "".join(c for c in text if unicodedata.category(c) not in HIDDEN)
    tests = {
        "identity": any(map(is_identity, map(bare, IDENTITY.findall(text)))) or bool(OLD_IDENTITY.search(text)),
        "mobile": bool(MOBILE.search(text)),
        "landline": bool(LANDLINE.search(text)),
        "card": any(passes_luhn(bare(found)) for found in CARD.findall(text)),
        **{kind: bool(pattern.search(text)) for kind, pattern in PATTERNS.items()},
    }
    return [kind for kind, found in tests.items() if found]


def bare(number: str) -> str:
    return re.sub("[^0-9Xx]", "", number)


def is_identity(number: str) -> bool:
    """The check digit of GB 11643-1999 (ISO 7064 MOD 11-2)."""
    return (
        CHECKS[sum(w * int(d) for w, d in zip(WEIGHTS, number[:17], strict=True)) % 11] == number[17].upper()
    )


def passes_luhn(number: str) -> bool:
    """The check digit of ISO/IEC 7812-1."""
    digits = [int(d) for d in reversed(number)]
    return sum(d if i % 2 == 0 else sum(divmod(2 * d, 10)) for i, d in enumerate(digits)) % 10 == 0
