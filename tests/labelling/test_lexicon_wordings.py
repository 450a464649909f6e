"""What the English lexicon says of movement, dangers, procedures and knowledge in wordings other than the usual terms.

Each case is a sentence of a paper on migration, the codes it must carry and those that it must not; below are
sentences that must, or must not, show by themselves that they concern migration.
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
WORDINGS = [
    # drivers and hazards
    ("Failed harvests have emptied the highlands.", "o2 climate_disaster", ""),
    ("Two hamlets were moved inland, away from the eroding cliff.", "o2 climate_disaster", ""),
    ("Jobs give school leavers a reason not to leave.", "o2", ""),
    ("The scheme invests in the districts that many young people leave.", "o2", ""),
    ("Herders whose pastures turned to dust need not leave.", "o2", ""),
    ("Nobody should shrug at the erosion of rights.", "", "o2 climate_disaster"),
    ("Poverty and conflict expose girls to trafficking.", "o10", "o2"),
    # pathways
    ("A one-year stay on humanitarian grounds was offered.", "o5 regular_pathways", ""),
    ("Income thresholds keep couples apart.", "o5 regular_pathways children_family", ""),
    ("Undocumented cleaners can now obtain papers.", "o5 o7 regular_pathways", ""),
    ("Nurses from three countries profit from the mobility of workers.", "o5 regular_pathways", ""),
    ("Entry requirements were published.", "o5 regular_pathways", ""),
    ("Holders of residence permits may vote in town elections.", "", "o5 regular_pathways"),
    ("Clinics must not ask patients for a residence card.", "", "o5 regular_pathways"),
    ("A driving permit is issued to anyone.", "", "o5 regular_pathways"),
    ("Those erased lost their permanent residence.", "", "o5"),
    # the dead and the missing
    ("A search operation was started off the cape.", "o8 missing_migrants", ""),
    ("Fishermen pulled nine men out of the water.", "o8 missing_migrants", ""),
    ("Each mortuary keeps the clothes.", "o8 missing_migrants", ""),
    ("Crews reach drifting boats within the hour.", "o8 missing_migrants", ""),
    ("Banks trace the payments made to agents.", "", "o8 missing_migrants"),
    ("Persons went missing during the civil war.", "", "o8 missing_migrants"),
    ("The parents of unaccompanied children are traced.", "", "o8 missing_migrants"),
    # smuggling and trafficking
    ("Gangs that smuggle people in vans were caught.", "o9 trafficking_smuggling", ""),
    ("Boatmen profit from such journeys.", "o9 trafficking_smuggling", ""),
    ("A youth who steered the boat was sentenced.", "o9 trafficking_smuggling", ""),
    ("Girls were lured into prostitution.", "o10 trafficking_smuggling", ""),
    ("Officers look for signs of exploitation.", "o10 trafficking_smuggling", ""),
    ("Museums recall the legacy of slavery.", "", "o10 trafficking_smuggling"),
    ("Victims of the earthquake were identified.", "", "o10 trafficking_smuggling"),
    # borders
    ("Our frontiers must be governed with care.", "o11 borders_detention", ""),
    ("Joint patrols and a shared checkpoint were agreed.", "o11 borders_detention", ""),
    ("Forty travellers were refused entry.", "o11 borders_detention", ""),
    ("Landlords must not report tenants to immigration authorities.", "", "borders_detention"),
    # procedures
    ("At the first interview no interpreter was present.", "o12 international_protection", ""),
    ("Claims lodged at sea are pending.", "o12 international_protection", ""),
    ("Bone scans decide who is a minor.", "o12 children_family", ""),
    ("The timetable names each step.", "o12", ""),
    ("Nurses spot those with special needs and refer them at once.", "o12", ""),
    ("Interpreters work in every hospital.", "", "o12"),
    ("A procedure for the recognition of diplomas exists.", "", "o12"),
    # detention
    ("Families were locked in a hangar.", "o13 borders_detention", ""),
    ("Persons awaiting removal may move to open housing.", "o13 borders_detention", ""),
    ("Two unofficial holding sites were shut.", "o13 borders_detention", ""),
    ("Consuls visit detained nationals.", "o14", "o13 borders_detention"),
    ("The case management system has a new server.", "", "o13 borders_detention"),
    ("Persons held in servitude were freed.", "o10", "o13 borders_detention"),
    # the way home
    ("Boats were pushed back into the open sea.", "o21 return_reintegration", ""),
    ("Nine hundred left voluntarily.", "o21 return_reintegration", ""),
    ("A court may suspend any removal, and summary returns must end.", "o21 return_reintegration", ""),
    ("Savings sent home pay for schools.", "", "o21 return_reintegration"),
    ("Former soldiers need reintegration after military service.", "", "o21 return_reintegration"),
    ("Returning seafarers are owed their severance.", "", "o21 return_reintegration"),
    # knowledge and information
    ("Gaps in statistics hamper planning.", "o1 data_evidence", ""),
    ("A yearly atlas of routes is compiled.", "o1 data_evidence", ""),
    ("Hospitals must not pass data to immigration officers.", "", "o1 data_evidence"),
    ("Figures on household consumption were published.", "", "o1 data_evidence"),
    ("Radio plays warn of the dangers of the desert.", "o3", ""),
    ("Departing nurses are told what a fair contract holds.", "o3", ""),
    ("Families are provided with clear information in writing.", "o3", ""),
    ("Judges are made aware through a campaign against trafficking.", "o10", "o3"),
]
GATE = [
    "Storms displaced thousands of people.", "Boys arrived without relatives.",
    "Stay on humanitarian grounds was granted.",
    "Recruitment agencies overcharge.", "A decision on return may be appealed.",
    "Women gave birth during their journey.",
    "A drifting boat was sighted.", "Foreign miners lost their savings.", "Outward movements are counted each year.",
]  # fmt: skip
NO_GATE = [
    "Suspects have the right to remain silent.", "The agency recruits teachers for rural schools.",
    "Drivers lost their permits.",
    "Screening for diabetes is free.", "The birth rate of the country fell.",
]  # fmt: skip
# fmt: on


@pytest.mark.parametrize(("text", "expected", "forbidden"), WORDINGS)
def test_other_wordings_carry_the_label_of_their_subject(text, expected, forbidden):
    found = codes(text)
    assert set(expected.split()) <= found
    assert not set(forbidden.split()) & found


@pytest.mark.parametrize("text", GATE)
def test_arrivals_and_movements_show_that_a_sentence_concerns_migration(text):
    assert lexicon().read(text).concerns_migration


@pytest.mark.parametrize("text", NO_GATE)
def test_everyday_words_do_not_show_that_a_sentence_concerns_migration(text):
    assert not lexicon().read(text).concerns_migration


def codes(text):
    reading = lexicon().read(text, in_context=True)
    return {f"o{code}" for code in reading.codes("gcm_objective")} | reading.codes("theme")
