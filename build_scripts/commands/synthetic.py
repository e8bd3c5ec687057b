"""A ledger of any size for measuring: invented rows on the real schemas, prose and settings."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from build_scripts.ledger.package import Package, open_package

PROJECTS_A_PAIRING = 5
PROJECTS_A_SOURCE = 10
STAGES = ("budgeted", "allocated", "received", "spent")


def write_synthetic_ledger(root: Path, target: Path, projects: int) -> None:
    """Writes a complete ledger with `projects` projects, four funds and one observation each, into `target`.

    Places, measures and prose are copied from `root`; every other row is invented and the same at each run.
    """
    package = open_package(root)
    for name in ("docs", "schemas"):
        shutil.copytree(root / name, target / name)
    for name in ("datapackage.yaml", "site.yaml"):
        shutil.copy(root / name, target / name)
    (target / "datasets").mkdir()
    for name in ("allowed_hosts.txt", "quality_baseline.json"):
        if (root / "datasets" / name).exists():
            shutil.copy(root / "datasets" / name, target / "datasets" / name)
    relax_minima(target / "datapackage.yaml")
    for table in package.schemas:
        copy_or_invent(package, table, target, projects)


def relax_minima(path: Path) -> None:
    """Takes the row-count assertions out: they speak of the real ledger."""
    descriptor = yaml.safe_load(path.read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        resource |= {"min_rows": 0, "max_rows": 10_000_000, "may_be_empty": True}
    path.write_text(yaml.safe_dump(descriptor, allow_unicode=True), encoding="utf-8")


def copy_or_invent(package: Package, table: str, target: Path, projects: int) -> None:
    if table in ("places", "measures"):
        shutil.copy(package.path(table), target / "datasets" / f"{table}.csv")
        return
    columns = package.columns(table)
    with (target / "datasets" / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        rows = sorted(
            INVENTORS.get(table, lambda n, c: iter(()))(projects, county_codes(package)),
            key=lambda r: next(iter(r.values())),
        )
        writer.writerows([row.get(column, "") for column in columns] for row in rows)


def county_codes(package: Package) -> list[str]:
    """Returns the codes of the real counties, to hang invented rows on."""
    with package.path("places").open(encoding="utf-8", newline="") as file:
        return [r["place_id"] for r in csv.DictReader(file) if r["level"] == "county" and r["place_id"].isdigit()]


def sources(projects: int, counties: list[str]) -> Iterator[dict]:
    for n in range(-(-projects // PROJECTS_A_SOURCE)):
        yield {
            "source_id": f"syn{n:06d}",
            "title": f"虚构来源{n}",
            "title_en": f"Invented source {n}",
            "document_type": "news",
            "collection": "paired",
            "published": f"20{17 + n % 8}",
            "script": "Hans",
            "is_repost": "false",
            "is_redacted": "false",
            "coverage": "excerpt",
        }


def pairings(projects: int, counties: list[str]) -> Iterator[dict]:
    for n in range(-(-projects // PROJECTS_A_PAIRING)):
        yield {
            "pairing_id": f"ew1-syn-{n:06d}",
            "programme": "ew1",
            "level": "county",
            "provider_place_id": counties[n % len(counties)],
            "recipient_place_id": counties[(n + len(counties) // 2) % len(counties)],
            "valid_from": "2016",
            "valid_to": "2020",
            "dates_basis": "printed",
            "source_id": f"syn{n * PROJECTS_A_PAIRING // PROJECTS_A_SOURCE:06d}",
            "as_printed": "结对",
        }


def project_rows(projects: int, counties: list[str]) -> Iterator[dict]:
    for n in range(projects):
        yield {
            "project_id": f"syn-{n:06d}",
            "title": f"虚构项目{n}",
            "title_en": f"Invented project {n}",
            "pairing_id": f"ew1-syn-{n // PROJECTS_A_PAIRING:06d}",
            "place_id": counties[n % len(counties)],
            "is_umbrella": "false",
            "sector": "agriculture",
            "project_type": "construction",
            "status": "completed",
            "status_date": "2019",
            "source_id": f"syn{n // PROJECTS_A_SOURCE:06d}",
            "as_printed": f"虚构项目{n}",
        }


def funds(projects: int, counties: list[str]) -> Iterator[dict]:
    for n in range(projects):
        for i, stage in enumerate(STAGES):
            tens = 100 + (n * 13 + i) % 900
            yield {
                "fund_id": f"syn.f{n:06d}{i}",
                "project_id": f"syn-{n:06d}",
                "label": "财政资金",
                "label_en": "Fiscal money",
                "period": f"20{16 + n % 5}",
                "fund_source": "fiscal_assistance",
                "stage": stage,
                "instrument": "grant",
                "amount": tens * 10_000,
                "qualifier": "exact",
                "basis": "in_period",
                "in_totals": "true",
                "source_id": f"syn{n // PROJECTS_A_SOURCE:06d}",
                "as_printed": f"{tens}万元",
            }


def observations(projects: int, counties: list[str]) -> Iterator[dict]:
    for n in range(projects):
        yield {
            "observation_id": f"syn.o{n:06d}",
            "project_id": f"syn-{n:06d}",
            "measure_id": "beneficiary_households",
            "label": "受益户",
            "label_en": "Households benefiting",
            "period": f"20{16 + n % 5}",
            "value": 10 + n % 500,
            "qualifier": "exact",
            "basis": "in_period",
            "in_totals": "true",
            "source_id": f"syn{n // PROJECTS_A_SOURCE:06d}",
            "as_printed": f"{10 + n % 500}户",
        }


INVENTORS = {
    "sources": sources,
    "pairings": pairings,
    "projects": project_rows,
    "funds": funds,
    "observations": observations,
}
