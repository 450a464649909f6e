"""What the English papers say: invented submissions in our own words."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

REPORT = [
    "The present report describes what the Government has done since 2021 to protect people who arrive, stay, work or pass through the country. It was prepared by an interministerial group that met eleven times.",
    "The group received written comments from fourteen associations,[^1] two trade unions and the national statistics office. Those comments were published before the draft was closed.",
    "According to the census of 2022, some 412,000 residents were born abroad, which is 4.5 per cent of the population. The share was 3.1 per cent ten years earlier.",
    "Most newcomers arrive for work. The Labour Migration Act of 2019, as amended in 2023,[^2] is the main text that governs their entry, and it applies to seasonal hiring as well.",
    "Between January and October 2024 the consular network issued 18,214 work visas. The average waiting time fell from 61 to 23 days after the forms were put online.",
    "A single window was opened in the capital on 3 February 2024. It brings together staff of the revenue service, the health insurance fund and the municipal registry, so that a newcomer needs one appointment only.",
    "The Ministry of Labour inspects farms, building sites and fish processing plants. In 2023 its inspectors made 2,907 visits, 311 of them at night, and closed nine dormitories that were unfit for habitation.",
    "Recruitment fees may not be charged to the worker. An agency that breaks this rule loses its licence for five years,[^3] and the employer who used it must refund the sum within thirty days.",
    "The standard contract is available in nine languages. It states the wage, the hours, the place of work and the name of the person to whom complaints may be addressed.",
    "Domestic workers were excluded from the Labour Code until 2020. They now enjoy one full day of rest a week, paid leave and a minimum wage that is indexed twice a year.",
    "Detention is a measure of last resort. The Aliens Act lists five alternatives, among them regular reporting, residence at a designated address and the deposit of a guarantee.",
    "No child may be held because of the status of his or her parents. Since 1 July 2022 families are lodged in open houses run by the Red Cross,[^4] and the last closed family wing has become a library.",
    "The average length of detention decreased from 42 days in 2019 to 11 days in 2024. A judge reviews each order after 48 hours and again every fortnight.",
    "Unaccompanied children receive a guardian within three working days. The guardian is independent of the migration service, holds a diploma in social work and follows no more than fifteen children.",
    "Age assessment relies first on documents and interviews. Medical tests are used only with written consent, and their margin of error counts in favour of the young person.",
    "All children attend school, whatever papers their parents hold. In the 2023/24 school year 21,640 pupils without a residence permit were enrolled, and 312 bridge classes taught the language of instruction.",
    "Vaccination, antenatal care and treatment of tuberculosis are free of charge for everyone. Hospitals may not transmit a patient's address to the police, a rule confirmed by the Constitutional Court in its judgment 14/2021.[^5]",
    "The Government acknowledges that interpretation in rural clinics remains insufficient. It plans to train 160 community interpreters by the end of 2026.",
    "Victims of trafficking may stay for a recovery period of ninety days, which is not conditional on testimony. In the reporting period 87 persons made use of it, 61 of them women.",
    "A national referral mechanism, revised in 2023, names one focal point in each of the 17 provinces. The 3^^rd^^ edition of its handbook was distributed to the border police in May 2024.[^6]",
    "Search and rescue at sea is carried out by the Coast Guard all year round. During 2024 its crews assisted 1,136 people in distress and recovered the remains of 29 persons.",
    "A working group on missing migrants was set up with the neighbouring countries. It exchanges forensic data, under the supervision of the data protection authority,[^7] and helps families to trace their relatives.",
    "Collective expulsion is forbidden by article 32 of the Constitution. Each return decision is individual, reasoned in writing and open to an appeal that suspends its execution.",
    "Monitors of the Ombudsman's office travelled on 34 of the 58 return flights organized in 2023. Their observations are sent to Parliament and published without the names of those concerned.",
    "Assisted voluntary return is offered through the International Organization for Migration. The reintegration grant was raised to 2,400 euros, and 733 persons received it in 2024.",
    "The Criminal Code punishes incitement to hatred on the ground of nationality. Prosecutors opened 58 cases in 2023, compared with 41 in the year before.",
    "A campaign named __Neighbours__ was shown on public television and in 214 schools. An evaluation by the University of the North found that rejection of foreign colleagues had declined by 7 percentage points.[^8]",
    "Local councils may grant residents from abroad the right to vote in municipal elections after three years. Twelve of the 39 councils have done so until now.",
    "Remittances amounted to 1.9 billion dollars in 2023. The cost of sending 200 dollars fell to 3.8 per cent following the opening of the market to mobile operators.",
    "Agreements on the portability of pensions were concluded with six States. Negotiations with two others are expected to end in the first half of 2026.",
    "Citizens who live abroad are represented by a consultative assembly of 60 members. It met for the 2^^nd^^ time in Lisbon, in November 2023.",
    "Foreign diplomas are recognized within ninety days. Since the procedure was simplified, the number of nurses who obtained recognition has doubled,[^9] and that of engineers has increased by one third.",
    "Climate-related displacement is a long-standing and fast-growing concern in the low-lying coastal districts, where cross-border pastoralists and day-labourers live side by side. A humanitarian visa, valid for two years, was created in 2024 for nationals of States struck by a sudden disaster.",
    "The first such visas were issued to 46 persons from two island States. A review is foreseen after eighteen months.",
    "Front-line border officials follow a forty-hour, court-approved course on human rights, co-taught by former asylum-seekers. It covers non-refoulement, the identification of vulnerable persons and the use of force.",
    "Drones and thermal cameras are used along the eastern frontier. An impact assessment was carried out beforehand, and images are erased after 72 hours unless they concern an offence.[^10]",
    "Stateless persons may apply for a status of their own. The procedure is free, and the applicant has the right to remain while it lasts.",
    "Birth registration is open to all parents. Mobile registrars visited 118 remote settlements in 2024 and registered 1,902 births, 240 of which concerned children of migrants.",
    "The Government is committed to ratifying the International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families. The bill was submitted to Parliament in March 2025.",
    "The next report will be prepared in 2027. In the meantime the group will meet twice a year, and its minutes will be posted on the website of the Ministry of Justice.",
]
"""Forty paragraphs of a State's report, with ten notes."""

NOTES = {
    "1": "Their names are listed in the annex to the present report.",
    "2": "Act No. 44/2019 of 12 June 2019, Official Gazette No. 113; amended by Act No. 7/2023.",
    "3": "See article 18 (2) of the Act. The sanction was applied four times in 2023 and twice in 2024; in one case the agency had asked for the equivalent of seven monthly wages, and the court ordered it to repay the sum with interest to each of the 33 persons concerned.",
    "4": "Decree No. 221 of 30 May 2022. The houses stand in Voi, Isiolo and Kitui and offer 140 places in all. Families keep their telephones, receive a daily allowance and may leave between six in the morning and ten at night. In the first two years 1,316 persons were lodged there for an average of nineteen days. A visiting committee of five members, two of whom are physicians, reports to the Ombudsman every quarter; its seventh report notes that the classroom in Isiolo is too small and that the kitchen in Voi was rebuilt with the help of the residents themselves.",
    "5": "The judgment is available in English at www.court.example/14-2021.",
    "6": "The 1^^st^^ edition dates from 2015.",
    "7": "Opinion 3/2024 of the authority, paras. 12–19.",
    "8": "Survey of 2,050 adults, margin of error 2.2 points.",
    "9": "From 214 in 2021 to 431 in 2024.",
    "10": "Assessment of 8 April 2024. The authority made eleven remarks, nine of which were followed; the two others concern the height at which a drone may fly over a dwelling and the training of contractors, and are under discussion with the Ministry of the Interior.",
}

HEADINGS = {
    1: ("I.", "Introduction and method", 1),
    4: ("II.", "Entry, work and decent conditions", 1),
    7: ("A.", "Inspection of workplaces and fair recruitment of people who are hired from abroad", 2),
    11: ("B.", "Detention and its alternatives", 2),
    14: ("III.", "Children", 1),
    17: ("IV.", "Health, trafficking and missing persons along the routes by land and by sea (arts. 6, 12 and 16)", 1),
    23: ("V.", "Return", 1),
    26: ("A.", "Hatred and participation", 2),
    29: ("B.", "Diaspora and skills", 2),
    33: ("VI.", "Climate, borders and identity", 1),
    39: ("VII.", "Next steps", 1),
}
"""Heading before a paragraph: label, text, level."""
