"""What the Chinese lexicon says of sentences of our own: the labels each must carry, and those it must not.

The first table reads sentences of a paper on migration, the second sentences of a general paper, which must not pass
the gate.
"""

from functools import cache
from pathlib import Path

import pytest

from pipeline.labelling.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parents[2] / "configs" / "lexicon"


@cache
def lexicon():
    return Lexicon.load(FOLDER, "zh")


# fmt: off
ON_MIGRATION = [
    ("统计局每年公布按性别和国籍分列的移民数据。", "o1 data_evidence", "women_gender o4"),
    ("旱灾迫使许多牧民背井离乡。", "o2 climate_disaster", "o21"),
    ("行前培训向工人讲解合同条款和求助热线。", "o3", "o18"),
    ("流动登记队为无国籍儿童补发出生证。", "o4 identity_consular", "o7"),
    ("我国放宽了护理人员工作签证的门槛。", "o5 regular_pathways", ""),
    ("雇主不得扣押外籍工人的护照。", "o6 labour_rights", "o4"),
    ("两国签署了双边劳务协定。", "o5 o6 o23 regular_pathways labour_rights international_cooperation", ""),
    ("为孤身抵达的未成年移民指定监护人。", "o7 children_family", ""),
    ("海上搜救队打捞起六具无名遗体。", "o8 missing_migrants", "o21"),
    ("失踪移民的遗骸已运回原籍。", "o8 missing_migrants", "o21 return_reintegration"),
    ("蛇头组织偷渡团伙，用渔船运送越境者。", "o9 trafficking_smuggling", ""),
    ("贩运受害人可在庇护所得到食宿和心理治疗。", "o10 trafficking_smuggling", "o15 international_protection"),
    ("综合边境管理包括培训边防官员。", "o11 borders_detention", "o18"),
    ("庇护申请由独立机构逐案审查。", "o12 international_protection", ""),
    ("移民拘留只应作为最后手段，并应优先采用社区安置。", "o13 borders_detention", ""),
    ("领事官员探视被关押的本国公民。", "o14 identity_consular", ""),
    ("无论有无居留证，移民都可以免费就医。", "o15 basic_services", "o5 regular_pathways o7"),
    ("新来者可以参加免费的语言课程。", "o16 inclusion_nondiscrimination", ""),
    ("警方登记针对外国人的仇恨言论。", "o17 inclusion_nondiscrimination", ""),
    ("两部委商定了护理资格的相互承认办法。", "o18 labour_rights", ""),
    ("侨民为家乡的发展捐资办厂。", "o19", ""),
    ("侨汇的手续费降到了百分之三。", "o20", "o19"),
    ("被遣返者抵达后得到重返社会的补助。", "o21 return_reintegration", "o16"),
    ("社会保障协定允许合并计算缴费年限。", "o22 o23 labour_rights", ""),
    ("议会批准了《减少无国籍状态公约》。", "o4 international_cooperation", "o23"),
    ("移民网络协助起草《全球契约》国家执行计划。", "gcm_implementation", ""),
    ("新《移民法》第12条规定了临时居留。", "legal_policy_framework", ""),
    ("该国收容难民已有三十年。", "international_protection", "o13 borders_detention"),
    ("人口販運被害人可取得簽證。", "o10 trafficking_smuggling", ""),
    ("僑民每年匯款回家鄉。", "o19 o20", ""),
    ("十四国的工人都参加了比赛。", "", "o23 international_cooperation"),
]
ON_OTHER_SUBJECTS = [
    "候鸟每年迁徙到南方的湿地。",
    "缉毒警察破获了毒品贩运案。",
    "庇护工场雇用了残疾青年。",
    "刑满释放人员重新融入社会的工作进展顺利。",
    "全国的小学都配备了校车。",
    "看守所在押人员有权会见律师。",
    "联合国全球契约组织邀请企业加入。",
]
# fmt: on


def codes_of(reading):
    return {("o" if hit.scheme == "gcm_objective" else "") + hit.code for hit in reading.hits if hit.weight >= 1}


@pytest.mark.parametrize(("text", "wanted", "unwanted"), ON_MIGRATION)
def test_a_sentence_of_a_paper_on_migration_carries_its_labels_and_not_its_neighbours(text, wanted, unwanted):
    found = codes_of(lexicon().read(text, in_context=True))
    assert set(wanted.split()) <= found
    assert not set(unwanted.split()) & found


@pytest.mark.parametrize("text", ON_OTHER_SUBJECTS)
def test_a_sentence_on_another_subject_does_not_pass_the_gate(text):
    reading = lexicon().read(text)
    assert not reading.concerns_migration
    assert not reading.hits


def test_a_term_opens_the_gate_for_what_stands_beside_it():
    reading = lexicon().read("难民儿童可以入学。")
    assert reading.concerns_migration
    assert {"o15", "children_family", "international_protection"} <= codes_of(reading)


def test_a_title_alone_is_no_topic():
    assert "o9" not in codes_of(lexicon().read("关于打击陆、海、空偷运移民的补充议定书", in_context=True))
