"""Which measure a figure belongs to."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("使用彩条布5块、彩旗12面。", "other_piece"),
        ("全村共有286户，1478人。", "households population"),
        ("建档立卡贫困户59户170人。", "poor_households poor_people"),
        ("已脱贫24户94人。", "households_exited people_exited"),
        ("带动农户300户。", "beneficiary_households"),
        ("举办培训班5期，参训人员300人次。", "training_sessions trainees_total"),
        (
            "引进企业6家，帮扶车间3个吸纳就业120人，其中脱贫人口80人。",
            "enterprises_introduced workshops workshop_jobs workshop_jobs",
        ),
        ("累计转移就业5000人，就近就业1800人。", "labour_total labour_nearby"),
        ("青溪区选派8名党政干部和29名专业技术人才到石桥县挂职。", "officials_to_recipient specialists_to_recipient"),
        ("石桥县选派7名党政干部到青溪区挂职。", "officials_to_provider"),
        ("两地互访15批133人次。", "delegations_total delegates_total"),
        ("新建道路12.5公里、桥梁3座。", "road_km bridges"),
        ("学校结对49对。", "pairs_school"),
        ("互访4次、6批。", "visits_total delegations_total"),
        ("资金支付进度90%。", "completion_share"),
        ("截至9月底，监测对象300户900人。", "poor_households poor_people"),
        ("覆盖12个村。", "villages_covered"),
        ("贫困发生率1.4%，同比增长9.3%。", "poverty_rate growth_rate"),
        ("12 officials were sent to Shiqiao.", "officials_to_recipient"),
    ],
)
def test_the_words_beside_a_figure_name_its_measure(read, text, measures):
    assert " ".join(d.measure_id for d in read(text) if d.unit not in ("块",)) == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("石桥县转移就业300人，其中赴江东120人、其他省80人。", "labour_total labour_to_provider labour_elsewhere"),
        (
            "Jobs were found for 300 workers: 120 in Jiangdong and 180 near home.",
            "labour_total labour_to_provider labour_nearby",
        ),
    ],
)
def test_workers_who_go_to_the_helper_are_told_by_its_name(read, text, measures):
    rows = read(text, "Jiangdong 江东省青溪区对口帮扶石桥县工作总结")
    assert " ".join(d.measure_id for d in rows) == measures
