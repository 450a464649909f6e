"""Composes further English paragraphs from small stocks, so that long papers do not repeat one text."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import random

from .model import SEED

WHO = ["The Ombudsperson", "The Commission", "The Ministry of the Interior", "The Directorate of Consular Affairs", "The provincial council of Misto",
       "The labour inspectorate", "The Equality Authority", "The Department of Health", "The national police academy", "The Office for Civil Status"]  # fmt: skip
DID = ["published guidance on", "opened a helpline for", "reviewed the rules for", "financed eleven projects concerning", "trained its staff in",
       "began a survey of", "withdrew the circular on", "signed a protocol on", "set up a task force for", "evaluated the pilot scheme for"]  # fmt: skip
WHAT = ["seasonal workers in greenhouses", "family reunification", "the identification of torture survivors", "interpretation at police stations",
        "the housing of crews who are stranded in port", "access to birth certificates", "complaints about unpaid wages", "the reception of women with infants",
        "regularization on humanitarian grounds", "the recognition of skills", "travel documents for stateless persons", "detention at the airport"]  # fmt: skip
WHEN = ["in March 2023", "during the second half of 2024", "on 18 December 2022", "following a judgment of the Supreme Court", "for the first time since 2016",
        "at the request of civil society", "within the framework of the national plan", "in six of the nine regions"]  # fmt: skip
THEN = ["Some {n} persons benefited from it by the end of the year.", "The cost, about {n} thousand euros, was borne by the State budget.",
        "A follow-up visit found that {n} per cent of the recommendations had been carried out.", "No statistics are kept on refusals, which makes an assessment difficult.",
        "Civil society organizations were consulted, but received the draft only {n} hours before the meeting.", "The measure expires after {n} months unless Parliament decides otherwise.",
        "Complaints fell from {m} to {n} over the same period.", "In rural areas, however, hardly anyone has heard of it.",
        "It is expected that a further {n} officials will follow (see para. {k} below)."]  # fmt: skip
LAST = ["Further efforts are required.", "The text is under review.", "The results will be made public in 2026.", "This was welcomed by the trade unions.",
        "The question of firewalls remains open.", "A similar arrangement exists in two neighbouring countries."]  # fmt: skip


def paragraphs(count: int, seed: int) -> list[str]:
    """Compose `count` different paragraphs; the same seed gives the same text."""
    chance = random.Random(seed + 10_000 * SEED)
    out: list[str] = []
    seen = set()
    while len(out) < count:
        key = (chance.choice(WHO), chance.choice(DID), chance.choice(WHAT))
        if key in seen:
            continue
        seen.add(key)
        second = chance.choice(THEN).format(
            n=chance.randint(12, 96), m=chance.randint(120, 900), k=chance.randint(41, 60)
        )
        third = chance.choice(LAST) if chance.random() < 0.6 else ""
        out.append(" ".join(filter(None, [f"{key[0]} {key[1]} {key[2]} {chance.choice(WHEN)}.", second, third])))
    return out
