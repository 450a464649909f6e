"""What the English lexicon says of subjects that are named by their trades, places and hardships, not by their formula.

Each case is a sentence of a paper on migration, the codes it must carry and those that it must not.
"""

from functools import cache
from pathlib import Path

import pytest

from pipeline.labelling.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parents[2] / "configs" / "lexicon"


@cache
def lexicon():
    return Lexicon.load(FOLDER, "en")


# fmt: off
WORK = [
    ("Two hundred bricklayers slept behind the factory.", "o6 labour_rights", ""),
    ("Foreign staff were the first to lose their jobs.", "o6 labour_rights", ""),
    ("Eleven agencies were blacklisted last year.", "o6 labour_rights", ""),
    ("The foreman kept the passports of his workers in a safe.", "o6 labour_rights", "o4"),
    ("Many still need their sponsor's permission to leave.", "o6 labour_rights", ""),
    ("Those who come to harvest deserve decent conditions.", "o6 labour_rights", ""),
    ("Returning workers were met at the airport.", "labour_rights", "o6"),
    ("The institute publishes labour market research on newcomers.", "", "o6"),
    ("Mission staff were given new offices.", "", "o6 labour_rights"),
    ("A plumber may show what he learned abroad and have the trade certified.", "o18 labour_rights", ""),
    ("The foreign dentists wait two years for an exam.", "o18 labour_rights", ""),
    ("The report draws on lessons learned.", "", "o18"),
    ("Unclaimed contributions are paid out to those who left.", "o22 labour_rights", ""),
    ("What they have paid in is lost when they move on.", "o22 labour_rights", ""),
]
PEOPLE = [
    ("Persons who are ill or elderly are received first.", "o7 vulnerable_situations", ""),
    ("A refuge for women was opened near the bus station.", "o7 vulnerable_situations women_gender", ""),
    ("Survivors find trauma therapy in three cities.", "o7 vulnerable_situations", ""),
    ("Officers must not guess how old a young person is: the age of a boy is estimated by experts.",
     "o7 children_family", ""),
    ("Nobody is sent back where there is a risk of torture.", "o21", "o7 vulnerable_situations"),
    ("Men, women and children crossed the river.", "", "o7 children_family women_gender"),
    ("Traffickers sell women and girls into prostitution.", "", "o7"),
    ("Figures on arrivals are disaggregated by sex.", "o1 women_gender", ""),
    ("Births are notified by the midwife.", "o4 identity_consular children_family", ""),
    ("Juveniles are kept apart from adults.", "children_family", ""),
]
SERVICES = [
    ("Newcomers may see a doctor without showing a card.", "o15 basic_services", ""),
    ("Landlords ask foreigners for three months in advance.", "o15 basic_services", ""),
    ("Pupils are taught in preparatory classes.", "o15 basic_services children_family", ""),
    ("Lawyers are paid from public funds.", "o15 justice_remedy", ""),
    ("Foreign-trained nurses sat the exam.", "", "o15 basic_services"),
    ("A psychologist visits the removal centre.", "", "o15 basic_services"),
    ("Hometown clubs have built four schools.", "", "o15 basic_services"),
]
TOGETHER = [
    ("Old and new neighbours sing in one choir.", "o16 inclusion_nondiscrimination", ""),
    ("Migrants want to have a say.", "o16 inclusion_nondiscrimination", ""),
    ("Language barriers fall when volunteers help.", "o16 inclusion_nondiscrimination", ""),
    ("Cultural mediators are present at the landing.", "", "o16"),
    ("Ministers must not portray refugees as a burden.", "o17 inclusion_nondiscrimination", ""),
    ("Passers-by insulted them because of their accent.", "o17 inclusion_nondiscrimination", ""),
    ("Two hostels were set on fire.", "o17 inclusion_nondiscrimination", ""),
    ("Care is given without any discrimination.", "", "o17 inclusion_nondiscrimination"),
    ("Associations of emigrants have paid for wells.", "o19", ""),
    ("Cheaper transfers were promised.", "o20", ""),
    ("The treasury sells a bond to citizens overseas.", "o19 o20", ""),
    ("The provident fund keeps their savings.", "", "o20"),
]
STATES = [
    ("Many lost their papers on the way.", "", "o14"),
    ("The office replaces lost papers for nothing.", "o4 identity_consular", ""),
    ("They belong to no State.", "o4 identity_consular", ""),
    ("Refugees, asylum seekers and stateless persons may study.", "identity_consular", "o4"),
    ("Lawyers defend nationals imprisoned abroad.", "o14 identity_consular", ""),
    ("Few villages have heard of the Global Compact.", "gcm_implementation", ""),
    ("The Global Compact on Refugees is older.", "", "gcm_implementation"),
    ("No country can master this in isolation.", "o23 international_cooperation", ""),
    ("A protocol was drawn up with two island States.", "o23 international_cooperation", ""),
    ("Countries along the route compare their lists.", "o23 international_cooperation", ""),
    ("Six ministries sit on the board.", "", "o23 international_cooperation"),
    ("The rules on permits are being redrafted.", "legal_policy_framework", ""),
    ("Students took courses on migration law.", "", "legal_policy_framework"),
    ("The tribunal quashed the order and a judge may suspend the next.", "justice_remedy", ""),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected", "forbidden"), WORK + PEOPLE + SERVICES + TOGETHER + STATES)
def test_a_subject_is_known_by_the_words_of_its_field(text, expected, forbidden):
    reading = lexicon().read(text, in_context=True)
    found = {f"o{code}" for code in reading.codes("gcm_objective")} | reading.codes("theme")
    assert set(expected.split()) <= found
    assert not set(forbidden.split()) & found
