"""A paper of an invented national institution, as Word exports it to text, with tabs and inline notes (English)."""

from builder.model import Paper, Sender, heading, lettered, numbered, plain

PAPER = Paper(
    file_name="08-tessaronia-human-rights-commission.txt",
    form="export",
    language="en",
    sender=Sender("Human Rights Commission of Tessaronia", "human-rights-commission-of-tessaronia", "nhri"),
    date="2020-06-05",
    objectives=(4, 7, 11, 12, 13, 15, 17),
    themes=(
        "justice_remedy",
        "borders_detention",
        "children_family",
        "international_protection",
        "identity_consular",
        "legal_policy_framework",
    ),
    statuses=("implemented", "in_progress", "planned", "pledged", "recommended", "none"),
    notes=(
        "Principles relating to the Status of National Institutions (Paris Principles).",
        "Yearbook of the Commission, third part [in the national language only], p. 41.",
        "Convention on the Rights of the Child, article 3.",
        "See https://commission.example.org/visits/[2019].",
    ),
    blocks=(
        plain("Human Rights Commission of Tessaronia"),
        plain("Contribution to the report on the human rights of migrants, 5 June 2020"),
        heading("Mandate of the Commission", label="I."),
        numbered(
            1,
            """
            The Human Rights Commission of Tessaronia is an independent institution.[^1] It receives complaints,
            visits places where people are deprived of liberty and advises parliament on bills.
            """,
        ),
        numbered(
            2, "In 2019 the Commission received 274 complaints from migrants, a third more than in the year before.[^2]"
        ),
        heading("Findings", label="II."),
        heading("At the border posts", label="A.", level=2),
        numbered(
            3,
            """
            The Commission visited five border posts without notice. Officers there work twelve-hour shifts and have
            no written procedure for referring people who seek asylum. Interpreters were absent in four of the five
            posts.
            """,
        ),
        numbered(4, "The Commission has trained 120 border officers on the use of force."),
        heading("In the holding centres", label="B.", level=2),
        numbered(
            5,
            """
            Children are still held with adults, contrary to their best interests.[^3] No law sets a limit to the time
            that a person may spend in a holding centre, and reviews by a court are rare.
            """,
        ),
        numbered(
            6,
            """
            The Commission is drafting standards for alternatives to detention together with the bar association. It
            will publish them in March 2021 and will visit every holding centre twice a year from then on.[^4]
            """,
        ),
        heading("Before the registry", label="C.", level=2),
        numbered(
            7,
            """
            Parents without papers cannot register the birth of a child. Such children grow up without any proof of
            who they are and risk statelessness.
            """,
        ),
        heading("Recommendations", label="III."),
        numbered(
            8, "The Commission remains committed to equality before the law for everyone. It recommends that the State:"
        ),
        lettered("a", "Amend the law on aliens so that detention is a measure of last resort;"),
        lettered("b", "End the detention of children and of families with children;"),
        lettered("c", "Adopt a written procedure of screening and referral at each border post;"),
        lettered("d", "Register every birth, whatever the status of the parents;"),
        lettered("e", "Provide legal aid to all who appeal against an expulsion order;"),
        lettered("f", "Make it a crime to incite hatred against migrants."),
    ),
)
