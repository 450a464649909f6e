"""A scheme of one's own for tests: what a town's council reports about, with sixty sentences of our own writing."""

from __future__ import annotations

import json
from pathlib import Path

TAXONOMY = """scheme = "council"
title = "Matters of the town council"
version = 1

[[label]]
code = "meals"
title = "School meals"
short = "Meals"
definition = "Food that schools and nurseries give to children."

[[label]]
code = "transport.bus"
title = "Bus lines"
short = "Buses"
definition = "Buses, their lines, stops, drivers and fares."

[[label]]
code = "libraries"
title = "Libraries"
short = "Libraries"
definition = "Public libraries, their books, rooms and readers."
"""

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("The council pays for a warm lunch in every primary school.", "meals"),
    ("Two new bus lines link the harbour with the hospital.", "transport.bus"),
    ("The central library stays open until ten in the evening.", "libraries"),
    ("The bridge over the river was painted in spring.", ""),
    ("Kitchens in nine schools cook with vegetables from local farms.", "meals"),
    ("Bus fares for pensioners were cut by half.", "transport.bus"),
    ("Readers may now borrow twelve books at a time.", "libraries"),
    ("The mayor received a delegation of fishermen.", ""),
    ("Children from poor families eat at the canteen free of charge.", "meals"),
    ("Drivers were trained to help passengers in wheelchairs board the bus.", "transport.bus"),
    ("A mobile library visits the villages every second week.", "libraries"),
    ("Property tax will not rise next year.", ""),
    ("Breakfast is served at the nursery before lessons begin.", "meals"),
    ("The night bus runs every half hour at weekends.", "transport.bus"),
    ("The reading room got desks, lamps and a quiet corner.", "libraries"),
    ("Street lamps in the old town now burn less power.", ""),
    ("Cooks learned to prepare lunches for pupils with allergies.", "meals"),
    ("Bus stops along the coast road were given roofs and benches.", "transport.bus"),
    ("The library bought novels in four languages.", "libraries"),
    ("The council met eleven times.", ""),
    ("Pupils may choose between two dishes at the school canteen.", "meals"),
    ("Line seven will serve the new housing estate from autumn.", "transport.bus"),
    ("Volunteers read to children at the branch library on Saturdays.", "libraries"),
    ("A new engine was bought for the fire brigade.", ""),
    ("Fruit is handed out to all pupils during the morning break.", "meals"),
    ("Twenty electric buses replaced the old diesel fleet.", "transport.bus"),
    ("Fines for late books were abolished.", "libraries"),
    ("Waste is collected twice a week in summer.", ""),
    ("The price of a school lunch stays at one crown.", "meals"),
    ("Timetables at bus stops are printed in large letters.", "transport.bus"),
    ("The catalogue of the library can be searched from home.", "libraries"),
    ("The swimming pool was closed for repairs.", ""),
    ("School kitchens will no longer use frozen food.", "meals"),
    ("Passengers complained about crowded buses in the morning.", "transport.bus"),
    ("Old maps and letters were copied for the library's archive.", "libraries"),
    ("Three trees were planted in front of the town hall.", ""),
    ("Dinner is offered to pupils who stay in the afternoon.", "meals"),
    ("The bus company hired forty drivers.", "transport.bus"),
    ("Librarians help job seekers to write applications.", "libraries"),
    ("The council sold a plot of land near the station.", ""),
    ("Parents asked for more vegetables in the canteen's dishes.", "meals"),
    ("A ticket for the bus can be bought by telephone.", "transport.bus"),
    ("The new branch library holds thirty thousand books.", "libraries"),
    ("Elections will be held in October.", ""),
    ("Milk is free for children at the nursery.", "meals"),
    ("The line to the airport was extended to the fairground.", "transport.bus"),
    ("Readers asked for longer opening hours on Sundays.", "libraries"),
    ("The orchestra played in the park.", ""),
    ("School buses bring pupils to lunch in the central canteen.", "meals transport.bus"),
    ("The bus stops in front of the library.", "transport.bus libraries"),
    ("Cookery books from the library are used in school kitchens.", "meals libraries"),
    ("Police patrols were doubled around the stadium.", ""),
    ("Every pupil receives soup and bread at noon.", "meals"),
    ("Bus lanes were marked on the main street.", "transport.bus"),
    ("The library lends tablets and headphones to readers.", "libraries"),
    ("A fountain was restored with gifts from citizens.", ""),
    ("Nurseries buy eggs and milk from farmers of the district.", "meals"),
    ("Buses wait for the last train of the evening.", "transport.bus"),
    ("Authors read from their books at the library each month.", "libraries"),
    ("The archive of births and deaths moved to a new building.", ""),
)
"""Sentences with the codes of their labels."""


def write_scheme(
    configs: Path, *, taxonomy: str = TAXONOMY, examples: tuple[tuple[str, str], ...] = EXAMPLES, name: str = "council"
) -> Path:
    """Write the scheme as an analyst would; returns the folder of its examples."""
    folder = configs / "schemes" / name
    for made in (configs / "taxonomy", folder):
        made.mkdir(parents=True, exist_ok=True)
    (configs / "taxonomy" / f"{name}.toml").write_text(taxonomy, encoding="utf-8")
    rows = [json.dumps({"text": text, "labels": codes.split(), "language": "en"}) for text, codes in examples]
    (folder / "council.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder
