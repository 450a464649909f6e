"""What the English lexicon says of the formulas of laws and reports and of the same subjects in plain words.

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
FORMULAS = [
    ("A migration profile was drawn up with the institute of statistics.", "o1 data_evidence", ""),
    ("A better understanding of migration trends is needed.", "o1 data_evidence", ""),
    ("A laboratory keeps a database of DNA profiles of the dead.", "o8 data_evidence", "o1"),
    ("Hunger and insecurity push migration from the highlands.", "o2", ""),
    ("Villagers displaced by floods are planning a move.", "o2 climate_disaster", ""),
    ("Information on permits must reach every new arrival.", "o3", ""),
    ("Such information shall be given in plain words.", "o3", ""),
    ("The informal labour market grew.", "o6", "o3"),
    ("Officers were trained to raise awareness of fraud.", "", "o3"),
    ("Long queues form where documentation is issued to migrants.", "o4 identity_consular", ""),
    ("Brokers sell fraudulent visas and other documentation.", "", "o4 o5 identity_consular regular_pathways"),
    ("A law of nationality lets mothers pass on their citizenship.", "o4 identity_consular", ""),
    ("The Government wishes to facilitate safe, orderly and regular migration.", "o5 regular_pathways", ""),
    ("The entry, stay and employment of foreigners is governed by a decree.", "o5 legal_policy_framework", ""),
    ("Migrants resort to irregular and dangerous migration routes.", "", "o5 regular_pathways"),
    ("The rights apply regardless of residence status.", "", "o5 regular_pathways"),
    ("Lawful residence is open to refugees; foreign students may apply to remain.", "o5 regular_pathways", ""),
    ("The rules on foreign employment cap placement costs.", "o6 labour_rights", ""),
    ("Migrant workers earn less pay than they were promised.", "o6 labour_rights", ""),
    ("Detained migrant workers may write letters.", "o13 borders_detention", "o6 labour_rights"),
    ("The State of employment informs the State of origin.", "", "o6 labour_rights"),
    ("Such children are never to be left alone.", "o7 children_family", ""),
    ("Women who are pregnant shall not be held in detention.", "o7 o13 women_gender", ""),
    ("A child-sensitive and gender-responsive approach guides the work.", "", "o7 children_family women_gender"),
    ("Poverty makes people vulnerable to trafficking.", "o10", "o7 vulnerable_situations"),
    ("Ships have a duty to give assistance at sea.", "o8 missing_migrants", ""),
    ("In the event of the death of a spouse the permit is kept.", "", "o8 missing_migrants"),
    ("Jobs in tourism began to disappear.", "", "o8 missing_migrants"),
    ("Irregular entry is an administrative offence and no crime.", "o11 borders_detention", "o5"),
    ("Vetting of refugee applicants takes two years.", "o12 international_protection", ""),
    ("Every claim is examined on its merits.", "o12", ""),
    ("Processing backlogs were cleared.", "o12", ""),
    ("Grievances go through a judicial procedure.", "", "o12"),
    ("Traffickers face ten years of imprisonment.", "o10", "o13 borders_detention"),
    ("Persons held in a pre-removal centre may see a doctor.", "o13 borders_detention", "o15 basic_services"),
    ("Crisis centres abroad look after overseas workers.", "o14 identity_consular", ""),
    ("Consultations with migrant associations were held.", "", "o14 identity_consular"),
    ("Evacuation of nationals by air began in March.", "o14", ""),
    ("Migrants were cut off from access to services.", "o15 basic_services", ""),
    ("Services are open to asylum seekers and refugees.", "o15 basic_services international_protection", ""),
    ("Mother-tongue classes are paid for by the province.", "o15 o16 basic_services", ""),
    ("Embassies run shelters and give legal assistance.", "o14", "o15 basic_services"),
    ("Many migrants are essential workers in the health sector.", "", "o15 basic_services"),
    ("Integrating third-country nationals takes time.", "o16 inclusion_nondiscrimination", ""),
    ("The (re)integration of victims of trafficking was funded.", "o10", "o16 inclusion_nondiscrimination"),
    ("A council of foreigners advises the mayor.", "o16 inclusion_nondiscrimination", ""),
    ("Nobody is prejudiced by a late application.", "", "o17 inclusion_nondiscrimination"),
    ("Rules on discrimination against women and girls were reviewed.", "", "o17"),
    ("Discrimination against migrant women is unlawful.", "o17 women_gender", ""),
    ("Foreign trade certificates are recognized.", "o18 labour_rights", ""),
    ("Citizens established abroad are asked to invest at home.", "o19", ""),
    ("Pushbacks were reported from the river.", "o21 return_reintegration", ""),
    ("Protection against forcible return is absolute.", "o21 return_reintegration", ""),
    ("A return ticket was bought.", "", "o21 return_reintegration"),
    ("Pension rights that were acquired abroad are kept.", "o22 labour_rights", ""),
    ("Ministers met to enhance cooperation.", "o23 international_cooperation", ""),
    ("A twinning project trained coroners.", "o23 international_cooperation", "o19"),
    ("In accordance with the act, third-country nationals may appeal.", "", "o23"),
    ("Talks on migration took place in the Bali Process.", "o23 international_cooperation", ""),
    ("State and local agencies cooperate with private partners.", "", "o23 international_cooperation"),
    ("Human rights treaties apply to all.", "", "international_cooperation"),
    ("They should ratify the International Convention on the Protection of the Rights of All Migrant Workers and "
     "Members of Their Families.", "international_cooperation labour_rights", "o23"),
    ("Under section 12 of the Aliens Act, permits are free.", "legal_policy_framework", ""),
    ("Act No. 77 lets foreigners change employer.", "legal_policy_framework o6", ""),
    ("In the framework of a project, beds were bought.", "", "legal_policy_framework"),
    ("Refugees were resettled, consistent with applicable law.", "o5", "legal_policy_framework"),
    ("A national plan for implementing the Global Compact for Migration was adopted.",
     "gcm_implementation legal_policy_framework", "o23"),
    ("Judges were trained to recognize trafficking.", "o10", "justice_remedy"),
    ("Just satisfaction was paid to the claimants.", "justice_remedy", ""),
]
PLAIN_WORDS = [
    ("A telephone interpretation service helps hospital staff to communicate with migrant patients.",
     "o15 basic_services", ""),
    ("Rent subsidies are paid to recognized refugees for one year.", "o15 basic_services international_protection", ""),
    ("Stateless persons enjoy the same social benefits as citizens.", "o15 basic_services identity_consular", ""),
    ("Food and water are distributed to migrants at the border crossing.", "o15 basic_services", ""),
    ("Children of asylum seekers are enrolled in school within three months.",
     "o15 o7 basic_services children_family", ""),
    ("The Office for Integration finances projects of migrant associations.", "o16 inclusion_nondiscrimination", ""),
    ("Sports clubs help refugees to meet local residents.", "o16 inclusion_nondiscrimination", ""),
    ("The equality ombudsman received 300 complaints from migrants.",
     "o17 justice_remedy inclusion_nondiscrimination", ""),
    ("A monitoring centre tracks hostile messages against refugees on social networks.",
     "o17 inclusion_nondiscrimination", ""),
    ("Landlords may not reject tenants because of their origin.", "o17 inclusion_nondiscrimination", ""),
    ("A national migration council advises the Cabinet.", "legal_policy_framework", ""),
    ("The Ministry of the Interior issued a circular on unaccompanied minors.",
     "legal_policy_framework o7 children_family", ""),
    ("Provisions on trafficking were introduced into the Criminal Code.",
     "legal_policy_framework o10 trafficking_smuggling", ""),
    ("A bill on the protection of refugees is being prepared.", "legal_policy_framework international_protection", ""),
    ("The Government took part in the regional review of the Compact.", "gcm_implementation", ""),
    ("Irregular migrants can report crimes to the police without risk.", "justice_remedy", "o7"),
    ("Free legal representation is granted in appeals against expulsion.",
     "justice_remedy o21 return_reintegration", ""),
    ("Allegations of violence by border guards were investigated.", "justice_remedy o11 borders_detention", ""),
    ("Deportations were suspended during the pandemic.", "o21 covid_19 return_reintegration", ""),
    ("Returning migrants are given start-up grants.", "o21 return_reintegration", ""),
    ("Nationals deported from abroad are received at the airport.", "o21 return_reintegration", ""),
    ("Beneficiaries of subsidiary protection have the same rights as refugees.", "international_protection", ""),
    ("Persons fleeing the war in Ukraine are admitted without a visa.", "o5 international_protection", ""),
    ("Vulnerable applicants are identified during the first interview and referred to specialized care.",
     "o12 o7 vulnerable_situations", ""),
    ("Procedures must be accessible, transparent and non-discriminatory.", "o12", ""),
    ("Alternatives such as bail and regular reporting should be considered first.", "o13 borders_detention", ""),
    ("Thermal cameras and drones are used to monitor the frontier.", "o11 borders_detention", ""),
    ("Smuggling networks charge up to 10,000 dollars per person.", "o9 trafficking_smuggling", ""),
    ("Labour exploitation of migrants is punishable as trafficking.", "o10 trafficking_smuggling", ""),
    ("More than 400 bodies were found in the desert.", "o8 missing_migrants", ""),
    ("The number of people who died at sea fell.", "o8 missing_migrants", ""),
    ("The Government supports families of missing persons in their search.", "o8 missing_migrants", ""),
    ("Emigrants invest in small businesses in their villages.", "o19", ""),
    ("Digital transfers lower the price of sending money home.", "o20", ""),
    ("The totalization agreement covers old-age and survivors' benefits.", "o22 o23 labour_rights", ""),
    ("Agricultural workers have the right to join trade unions.", "o6 labour_rights", ""),
    ("Recruiters who charge fees lose their licence.", "o6 labour_rights", ""),
    ("Migrants work in sectors with high accident rates.", "o6 labour_rights", ""),
    ("Spouses of residents are free to take up employment.", "o6 labour_rights", ""),
    ("Students may stay for one year after graduation to look for work.", "o5 regular_pathways", ""),
    ("The one-off regularization covers persons who entered before 2018.", "o5 o7 regular_pathways", ""),
    ("Consulates issue emergency travel documents.", "o4 o14 identity_consular", ""),
    ("Refugees receive a travel document under the 1951 Convention.",
     "o4 identity_consular international_protection", ""),
    ("Rising sea levels threaten to displace island communities.", "o2 climate_disaster", ""),
    ("Unemployment among youth is the main cause of emigration.", "o2", ""),
    ("A guide for newcomers explains how to find housing.", "o3", ""),
    ("Civil society organizations inform migrants at bus stations.", "o3", ""),
    ("The Government had commissioned a study on the living conditions of seasonal workers.", "o1 data_evidence", ""),
    ("Poverty, violence and the effects of climate change compel people to leave their homes.", "o2", ""),
    ("Pre-departure orientation seminars are compulsory for all workers going abroad.", "o3", ""),
    ("A toll-free line informs workers of their rights under the labour code.", "o3", ""),
    ("Children born to refugees on the territory are registered at birth and receive a birth certificate.",
     "o4 identity_consular o7", ""),
    ("The quota for seasonal workers was raised to 15,000.", "o5 regular_pathways labour_rights", ""),
    ("Domestic workers should be covered by labour legislation.", "o6 labour_rights", ""),
    ("Undocumented migrants who reported domestic violence were granted protection.", "o7", ""),
    ("Facilitation of irregular entry for financial gain is punished with up to ten years of imprisonment.",
     "o9 trafficking_smuggling", ""),
    ("Victims of trafficking are accommodated in safe houses and receive psychosocial counselling.",
     "o10 trafficking_smuggling", "o15 o7"),
    ("Victims are referred to specialized services through a national referral mechanism.", "o12", ""),
    ("The detention of children for immigration purposes was prohibited.",
     "o13 o7 borders_detention children_family", ""),
    ("Labour attachés were posted in eight embassies.", "o14 identity_consular", ""),
    ("Foreign residents may vote in local elections.", "o16 inclusion_nondiscrimination", ""),
    ("Politicians should refrain from anti-immigrant rhetoric.", "o17 inclusion_nondiscrimination", ""),
    ("The skills of returnees are certified.", "o18 o21", ""),
    ("Financial literacy training was given to families of migrants.", "o20", ""),
    ("No child should be deported without a best interests determination.",
     "o21 o7 return_reintegration children_family", ""),
    ("Migrant workers should be able to transfer their pension rights.", "o22 labour_rights", ""),
    ("States must cooperate to share responsibility for refugees.",
     "o23 international_cooperation international_protection", ""),
]
# A stem takes every ending: fund* would find "fundamental", pass* "passport", consul* "consultation",
# inform* "informal".
STEMS = [
    ("Fundamental labour conventions bind all States.", "o23"),
    ("Former workers met a stateless lawyer.", "o23"),
    ("They were given a passport; laws were read.", "legal_policy_framework"),
    ("Consultations lasted two days.", "o14"),
    ("Informal work is common among migrants.", "o3"),
    ("Significant gaps remain in arrangements for care.", "o23"),
    ("In accordance with the plan of each State, schools were built.", "o23"),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected", "forbidden"), FORMULAS + PLAIN_WORDS)
def test_a_formula_and_plain_words_carry_the_same_labels(text, expected, forbidden):
    found = codes(text)
    assert set(expected.split()) <= found
    assert not set(forbidden.split()) & found


@pytest.mark.parametrize(("text", "code"), STEMS)
def test_a_stem_does_not_take_the_word_beside_it(text, code):
    assert code not in codes(text)


def codes(text):
    reading = lexicon().read(text, in_context=True)
    return {f"o{code}" for code in reading.codes("gcm_objective")} | reading.codes("theme")
