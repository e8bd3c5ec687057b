"""Cells say their column, long tables lead, parts stay with their whole."""

from build_scripts.pages.tables import halves

HEAD = (
    "<thead>\n<tr>\n"
    '<th scope="col">项目</th>\n<th scope="col" class="num">金额 <small>万元</small></th>\n</tr>\n</thead>\n'
)
PART = ' class="part"'


def table(rows: int, parts: tuple[int, ...] = ()) -> str:
    lines = [
        f'<tr{PART if i in parts else ""}><th scope="row">{i}</th><td class="num">{i}</td></tr>' for i in range(rows)
    ]
    return HEAD + "<tbody>\n" + "\n".join(lines) + "\n</tbody>"


def test_a_data_cell_says_its_column_and_the_name_of_the_row_does_not():
    made = halves(table(1))
    assert made.first == '<tr><th scope="row">0</th><td data-label="金额 万元" class="num">0</td></tr>'
    assert made.head == HEAD


def test_a_table_of_fifteen_rows_is_whole_and_one_of_sixteen_leads_with_ten():
    assert (halves(table(15)).shown, halves(table(15)).rest) == (15, "")
    made = halves(table(16))
    assert (made.shown, made.number) == (10, 16)
    assert made.first.count("<tr>") == 10 and made.rest.count("<tr>") == 6


def test_a_table_that_may_not_be_parted_is_whole():
    assert halves(table(100), leads=False).rest == ""


def test_parts_stay_with_their_whole():
    assert halves(table(20, parts=(10, 11))).shown == 12
