"""Names of persons beside what they are: a question, since an office, a place or a firm may be named after a person.

A name is a frequent family name with one or two further characters, before or after a role, before 患 or 同志, or
half hidden (李某, 王××); in English a family name in pinyin with another word after a role.
"""

from __future__ import annotations

import re

ROLE = (
    "书记|書記|主任|县长|縣長|区长|市长|镇长|乡长|村长|州长|局长|处长|科长|部长|校长|院长|园长|站长|所长|队长|组长|社长|董事长|总经理|经理|"
    "村支书|户主|戶主|贫困户|貧困戶|脱贫户|监测户|監測戶|低保户|驻村干部|挂职干部|干部|队员|村民|群众|教师|老师|医生|护士|专家|大户|联系人|負責人|负责人"
)
CALLED = "先生|女士|同志|大爷|大妈|大娘|大姐|大哥|师傅|老汉|阿姨|奶奶|爷爷"
SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉"
    "阎余潘杜戴夏钟鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文"
)
NO_NAME = (  # words that begin as a family name does
    "任[组組副主职第常务]|高[度位质校兴级标效速铁]|方[案面法式便]|万[人元亩户头株]|金[额融银]|马[上铃]|常[委务态年]|文[化件旅体]|"
    "易[地返]|江苏|石[材油]|白[天酒]|田间|余[人名户万]|武[装警]|康[复养]|于[一是]"
)
HAN = "[\u4e00-\u9fff]"
FAMILY = f"(?:(?!{NO_NAME})[{SURNAMES}]|欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|令狐|慕容|司徒)"
GIVEN = "[^县縣区區市州省镇鎮乡鄉村委局府会會校院\\W0-9A-Za-z]"
ENDS = f"(?!{HAN})|(?=表示|说|說|介绍|带队|率|赴|同志|先生|女士|等|一行|出席|讲话|家|患|告诉)"
NAME = re.compile(
    rf"(?:{ROLE})[：: ]?{FAMILY}{GIVEN}{{1,2}}(?:{ENDS})"
    rf"|(?<!{HAN}){FAMILY}{GIVEN}{{1,2}}(?:[ (（]?(?:{ROLE}|{CALLED})(?![会會期]))"
    rf"|(?<!{HAN}){FAMILY}(?:{ROLE})(?![会會期])"
    rf"|{FAMILY}(?:{CALLED})(?!{HAN})"
    rf"|(?<!{HAN}){FAMILY}{GIVEN}{{1,2}}(?:身?患|确诊)"
    rf"|(?:{ROLE})[：: ]?[{SURNAMES}][某×*＊]{{1,2}}|[{SURNAMES}]某{{1,2}}(?!{HAN})"
    rf"|(?<![\u4e00-\u9fff*])[{SURNAMES}][×*＊]{{1,2}}(?!{HAN})"
)
PINYIN = (
    "Wang|Li|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|He|Guo|Ma|Luo|Liang|Song|Zheng|Xie|Han|"
    "Tang|Feng|Yu|Dong|Xiao|Cheng|Cao|Yuan|Deng|Fu|Shen|Zeng|Peng|Lu|Su|Jiang|Cai|Jia|Ding|Wei|Xue|Ye|Pan|Du|Dai|"
    "Xia|Zhong|Tian|Ren|Fan|Fang|Shi|Yao|Tan|Liao|Zou|Xiong|Jin|Hao|Kong|Bai|Cui|Kang|Mao|Qiu|Qin|Gu|Hou|Shao|"
    "Meng|Long|Wan|Duan|Lei|Qian|Yin|Yi|Chang|Qiao"
)
IN_ENGLISH = re.compile(
    r"\b(?:[Ss]ecretary|[Hh]ead|[Mm]ayor|[Mm]agistrate|[Dd]irector|[Gg]overnor|[Tt]eacher|[Dd]octor|Mr|Mrs|Ms|Dr)\b\.? "
    rf"(?:{PINYIN}) [A-Z][a-z]+\b(?! (?:County|District|City|Town|Village))"
)
ENGLISH_HINT = "ecretary|ead |ayor|agistrate|irector|overnor|eacher|octor|M[rs]|Dr"
# Each choice begins with one sign, not with a set: then Python looks for these signs first, three times as fast.
HINT = re.compile(rf"某|×|\*|＊|{ROLE}|{CALLED}|患|确诊|{ENGLISH_HINT}")


def names_a_person(text: str) -> bool:
    """True where what looks like a name stands beside a role in a plain text."""
    return bool(HINT.search(text) and (NAME.search(text) or IN_ENGLISH.search(text)))
