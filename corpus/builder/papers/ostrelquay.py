"""A paper of an invented organization, with bullets, footnotes and bare headings (PDF, English)."""

from builder.model import Look, Paper, Sender, bullet, heading, plain, title

PAPER = Paper(
    file_name="06-ostrelquay-alliance-paper.pdf",
    form="pdf",
    language="en",
    sender=Sender("Ostrelquay Alliance for People on the Move", "ostrelquay-alliance-for-people-on-the-move", "ngo"),
    date="2020-05-29",
    header="Ostrelquay Alliance, May 2020",
    footer="Nobody left at the gate",
    objectives=(2, 6, 7, 8, 12, 13, 15, 16, 17, 21),
    themes=(
        "covid_19",
        "borders_detention",
        "women_gender",
        "missing_migrants",
        "inclusion_nondiscrimination",
        "labour_rights",
        "basic_services",
    ),
    statuses=("recommended", "none", "implemented", "planned"),
    look=Look(font="Helvetica", size=12.0),
    notes=(
        "The lantern walks are kept by volunteers; the count is ours and covers eleven harbours of the region.",
        "Interviews by our volunteers, winter of 2019 to 2020; names are known to the Alliance.",
        "International Covenant on Civil and Political Rights, article 9.",
        "Ostrelquay Alliance, “Waiting rooms without doors”, notebook No. 4.",
        "Global Compact for Safe, Orderly and Regular Migration, objective 8.",
    ),
    blocks=(
        title("Ostrelquay Alliance for People on the Move"),
        plain("Submission to the annual report on the human rights of migrants, 29 May 2020"),
        heading("Who we are"),
        plain("""
            The Ostrelquay Alliance joins forty-two volunteer groups from the harbour towns of the region. Since 2011
            our members have walked the quays at night with tea, blankets and the telephone numbers of lawyers.[^1] We
            take no money from any Government. What follows is what people told us.[^2]
            """),
        heading("Locked up for want of a stamp"),
        plain("""
            Across the region, people are held in closed centres because a paper has run out. Detention has become the
            first answer instead of the last one. In the centres that let us in, we met:
            """),
        bullet(
            "Parents who had not seen a judge for seven weeks, although the law promises a hearing within days;[^3]"
        ),
        bullet("Children who slept in the same hall as adults whom they did not know;"),
        bullet(
            "A woman who gave birth twelve days after her arrest and was brought back to her cell the next morning."
        ),
        plain("""
            Nobody asked these people on arrival what they had lived through. Screening lasts four minutes on average,
            and it is done in a language that half of them do not speak. Survivors of violence are therefore
            overlooked.
            """),
        heading("The pandemic as a pretext"),
        plain("""
            COVID-19 closed the gates, and many of them have stayed closed. Dormitories in which eighty people share
            three taps could not keep a distance. Clinics turned away the sick who had no residence card. Day
            labourers lost their wages overnight and found no relief fund that would accept them.
            """),
        plain("""
            The Alliance opened nine soup kitchens in March 2020 and has handed out 61,000 meals since then. Next
            winter we will open a tenth kitchen and train thirty interpreters.
            """),
        heading("Words that wound"),
        plain("""
            Migrants were called carriers of disease in talk shows and on the walls of our streets. Shop windows of
            foreign bakers were smashed in six towns. Police reports seldom mention the word racism, and the courts
            rarely see such a case.[^4]
            """),
        heading("Work without a contract"),
        plain("""
            Recruiters still charge fees that swallow the wages of a whole season. Women who clean and care in private
            homes are hit hardest, since no inspector crosses the threshold. Poverty and failed harvests at home leave
            many no real choice but to accept.
            """),
        heading("Women on the road"),
        plain("""
            Women told us that they had paid for every stretch of the way twice, once with money and once with fear.
            Four in ten had been beaten or assaulted. Shelters for survivors exist in two of our harbours, and both
            have been full since last autumn. Midwives from among our volunteers have accompanied 87 women to the
            clinic.
            """),
        heading("Fields under water"),
        plain("""
            More and more of those whom we meet no longer speak of war but of weather. The river took the field, then
            the well turned salty, and in the end the village moved without a plan. They cross the border without
            knowing that no law has a word for them.
            """),
        heading("What works"),
        plain("""
            Some towns do better than others. One has set up a desk at which nobody asks for papers. Another has
            housed families with neighbours instead of behind a fence, and every one of these families came to its
            hearing. Classes in the evening have brought together newcomers and old residents, who now run a workshop
            for bicycles.
            """),
        heading("Those who never arrived"),
        plain("""
            On our quay stands a wall with 318 names. Behind each of them is a family that asks us for news, and we
            have nothing to tell them. The bodies that the sea gives back are often buried without a name, and without
            a sample that would let a sister find her brother.[^5]
            """),
        heading("What we ask for"),
        plain("We call upon all Governments of the region:"),
        bullet("To end the detention of children and to fund alternatives in the community;"),
        bullet("To let every person be heard by trained staff, in a language that he or she understands;"),
        bullet("To keep clinics and schools free from immigration control;"),
        bullet("To punish hate crime and to support those who speak up against it;"),
        bullet("To forbid fees that workers pay to recruiters;"),
        bullet("To refrain from sending anyone back to danger;"),
        bullet("To search together for the missing and to tell their families the truth."),
    ),
)
