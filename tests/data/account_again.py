"""The account from CSV files alone: what a line may add is chosen anew, by nothing of the program that chose it.

Rows of one source and stage inside the window, of East–West pairings and their projects, count unless two may hold the
same money; of those that cannot stand together the ones with the largest sum are taken.
"""

from decimal import Decimal
from functools import cache


def day(date, end):
    """The first or last day of a year, month or day, good enough to compare."""
    return date + ("-12-31" if end else "-01-01")[len(date) - 4 :] if len(date) < 10 else date


def span(row):
    first, last = row["period"].split("/")[0], row["period"].split("/")[-1]
    return day(first, False), day(last, True)


def reach_into(a, b):
    """True where two rows under two labels of one document are not of one window, and one may hold the other."""
    (x, y), (u, v) = span(a), span(b)
    if (x, y) == (u, v) or a["part_of"] and a["part_of"] == b["part_of"]:
        return False
    return "cumulative" in (a["basis"], b["basis"]) or x <= u and v <= y or u <= x and y <= v


def located(line, claims, tables):
    """What is located below a line of account.csv, from claims.csv and the tables `pairings`, `projects`, `places`."""
    pairings = {row["pairing_id"]: row for row in tables["pairings"]}
    projects = {row["project_id"]: row for row in tables["projects"]}
    parent = {row["place_id"]: row["parent_id"] for row in tables["places"]}

    def above(place):
        return {place} | above(parent.get(place)) if place else set()

    def home(row):
        return row["pairing_id"] or projects.get(row["project_id"], {}).get("pairing_id")

    def wider(x, y):
        """True where pairing y may hold the money of x: its parent, or both ends above or at those of x."""
        a, b = pairings[x], pairings[y]
        chain = a["parent_pairing_id"]
        ends = [(b[f"{end}_place_id"], a[f"{end}_place_id"]) for end in ("provider", "recipient")]
        lies = all(p and p in above(q) for p, q in ends) and any(p != q for p, q in ends)
        return x != y and (y == chain or lies or (chain in pairings and wider(chain, y)))

    def clash(a, b):
        meet = span(a)[0] <= span(b)[1] and span(b)[0] <= span(a)[1]
        if a["subject_id"] == b["subject_id"]:
            if a["source_id"] == b["source_id"]:
                same = a["start"] and (a["start"], a["as_printed"]) == (b["start"], b["as_printed"])
                is_alike = a["label"] == b["label"] or reach_into(a, b)
                return bool(same or a["payer_place_id"] == b["payer_place_id"] and is_alike and meet)
            return meet or (tables["copy_of"][a["source_id"]] == tables["copy_of"][b["source_id"]]
                            and a["value"] == b["value"])  # fmt: skip
        if not meet or a["part_of"] and a["part_of"] == b["part_of"]:
            return False
        x, y = home(a), home(b)
        if x != y:
            ends = [[pairings[p][f"{end}_place_id"] for end in ("provider", "recipient")] for p in (x, y)]
            return wider(x, y) or wider(y, x) or (ends[0] == ends[1] and all(ends[0]))
        bundles = {projects.get(r["project_id"], {}).get("parent_project_id") or "-" for r in (a, b)}
        return a["subject_kind"] != b["subject_kind"] or bool(bundles & {a["subject_id"], b["subject_id"]})

    first, last = span(line)
    rows = {
        row["claim_id"]: row for row in claims
        if (row["fund_source"], row["stage"]) == (line["fund_source"], line["stage"]) and row["period"] and row["value"]
        and row["programme_class"] == "east_west" and row["subject_kind"] in ("pairing", "project")
        and first <= span(row)[0] and span(row)[1] <= last
        and not (row["basis"] == "cumulative" and "/" not in row["period"])
        and row["basis"] not in ("expected", "as_of") and row["in_totals"] == "true"
        and row["is_shown"] == "true" and row["instrument"] != "in_kind"
        and not any(money in row["as_printed"] for money in ("美元", "港元", "港币"))
        and (line["subject_id"] == "cn" or home(row) != line["subject_id"] and wider(home(row), line["subject_id"]))
    }  # fmt: skip
    rows = {key: row for key, row in rows.items() if row["part_of"] not in rows}
    near = {a: frozenset(b for b in rows if a != b and clash(rows[a], rows[b])) for a in rows}

    @cache
    def most(left):
        if not left:
            return Decimal(0)
        key = max(left, key=lambda k: (len(near[k] & left), k))
        taken = Decimal(rows[key]["value"]) + most(left - near[key] - {key})
        return taken if not near[key] & left else max(taken, most(left - {key}))

    return most(frozenset(rows)), rows
