"""A few lines of code for each tool that readers use: they read a file and repeat a sum of the money page.

The sum is taken over the rows that its total holds (`added_in`), never over whatever stands in a column of amounts.
The tests run the lines of Python and SQL; those of R (4.2.2) and JavaScript (Node 20) were
run by hand and found the same sum; those of Power Query are as its manual has them.
"""

from __future__ import annotations

from dataclasses import dataclass

TOTAL = "ledger:east_west:money:fiscal_assistance:received"


@dataclass(frozen=True)
class Lines:
    """Code for one tool; {address} is the site's, {total} the name of a total."""

    tool: str
    code: str
    tried: str  # tests: run by them at every change; hand: run once by hand; not: as the tool's manual has it


CODE = (
    Lines("pandas", """
import pandas as pd
claims = pd.read_parquet("{address}data/claims.parquet")
total = claims[claims["added_in"].str.contains("{total}", na=False, regex=False)]["value"].sum()
""", "tests"),
    Lines("pandas, CSV", """
import pandas as pd
claims = pd.read_csv("{address}data/claims.csv", dtype=str)  # ids are text
total = pd.to_numeric(claims[claims["added_in"].str.contains("{total}", na=False, regex=False)]["value"]).sum()
""", "tests"),
    Lines("polars", """
import polars as pl
claims = pl.read_parquet("{address}data/claims.parquet")
total = claims.filter(pl.col("added_in").str.contains("{total}", literal=True))["value"].sum()
""", "tests"),
    Lines("polars, CSV", """
import polars as pl
claims = pl.read_csv("{address}data/claims.csv", infer_schema=False)  # ids are text
total = claims.filter(pl.col("added_in").str.contains("{total}", literal=True))["value"].cast(pl.Float64).sum()
""", "tests"),
    Lines("DuckDB", """
SELECT sum(value) AS total FROM '{address}data/claims.parquet' WHERE contains(added_in, '{total}');
""", "tests"),
    Lines("DuckDB, CSV", """
SELECT sum(value::DOUBLE) AS total FROM read_csv('{address}data/claims.csv', all_varchar = true)
WHERE contains(added_in, '{total}');
""", "tests"),
    Lines("SQLite", """
SELECT sum(value) AS total FROM rows_of_totals WHERE total_id = '{total}';
""", "tests"),
    Lines("R", """
claims <- read.csv("{address}data/claims.csv", colClasses = "character", fileEncoding = "UTF-8-BOM")
added <- grepl("{total}", claims$added_in, fixed = TRUE)
total <- sum(as.numeric(claims$value[added]))
""", "hand"),
    Lines("JavaScript", """
const claims = await (await fetch("{address}data/claims.json")).json();
const added = claims.filter((claim) => claim.added_in?.includes("{total}"));
const total = added.reduce((sum, claim) => sum + claim.value, 0);
""", "hand"),
    Lines("Excel Power Query", """
let rows = Table.PromoteHeaders(Csv.Document(Web.Contents("{address}data/claims.csv"), [Encoding = 65001])),
  added = Table.SelectRows(rows, each Text.Contains([added_in], "{total}"))
in List.Sum(List.Transform(added[value], Number.From))
""", "not"),
)  # fmt: skip
TASKS = (  # what a reader works with -> the file for it, by language where there are two
    ("spreadsheet", {"zh": "data/pairing-ledger.xlsx", "en": "data/pairing-ledger.en.xlsx"}),
    ("notebook", "data/claims.parquet"),
    ("statistics", "data/claims.csv"),
    ("database", "data/pairing-ledger.sqlite"),
    ("sums", "data/totals.csv"),
    ("program", "data/openapi.yaml"),
    ("catalogue", "data/dcat.jsonld"),
    ("keep", "data/pairing-ledger.zip"),
)


def code_lines(address: str) -> list[dict]:
    """Returns for each tool its lines with the addresses of this site."""
    return [
        {"tool": each.tool, "tried": each.tried, "lines": filled(each.code, address).strip().split("\n")}
        for each in CODE
    ]


def filled(code: str, address: str) -> str:
    return code.replace("{address}", address).replace("{total}", TOTAL)


def task_files(lang: str) -> list[dict[str, str]]:
    """Returns what a reader works with and the file for it."""
    return [{"task": task, "path": path if isinstance(path, str) else path[lang]} for task, path in TASKS]
