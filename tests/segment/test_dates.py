"""dates_in: dates as six languages print them."""

from __future__ import annotations

import pytest

from pipeline.segment.dates import dates_in


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("г. Женева, 3 мая 2020 года", ["2020-05-03"]),
        ("«18» июня 2020 г.", ["2020-06-18"]),
        ("جنيف، 18 يونيو 2020", ["2020-06-18"]),
        ("١٨ حزيران/يونيه ٢٠٢٠", ["2020-06-18"]),
        ("5 كانون الثاني 2021", ["2021-01-05"]),
        ("2020年6月18日，日内瓦", ["2020-06-18"]),
        ("二〇二〇年十二月二十一日", ["2020-12-21"]),
        ("18.06.2020", ["2020-06-18"]),
        ("18/06/2020", ["2020-06-18"]),
        ("3/4/2020", []),
        ("2020年13月1日", []),
        ("31 июня 2020", []),
        ("From 1 May 2020 to 3 May 2020", ["2020-05-01", "2020-05-03"]),
    ],
)
def test_dates_are_read_and_what_is_no_day_is_none(line: str, dates: list[str]) -> None:
    assert list(dates_in(line)) == dates
