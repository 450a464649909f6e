"""A note verbale with a letterhead and numbered answers (PDF, English)."""

from builder.model import Look, Paper, Sender, dated, heading, letterhead, numbered, plain

PAPER = Paper(
    file_name="01-morocco-note-verbale.pdf",
    form="pdf",
    language="en",
    sender=Sender("Morocco", "MAR", "state"),
    date="2020-06-18",
    header="Reference: MAR/HR/2020/07",
    footer="Permanent Mission of Morocco, Geneva",
    look=Look(font="Times", size=13.5),
    facts=(85, 86, 87),
    objectives=(5, 7, 13, 15, 21),
    themes=("regular_pathways", "basic_services", "children_family", "borders_detention", "justice_remedy"),
    statuses=("implemented", "none"),
    notes=(
        "General Assembly resolution 74/148, on the protection of migrants.",
        "Called “the strategy” in what follows.",
    ),
    blocks=(
        *letterhead("Kingdom of Morocco", "Permanent Mission to the United Nations Office at Geneva"),
        dated("Geneva, 18 June 2020"),
        plain("""
            The Permanent Mission of Morocco to the United Nations Office and other international organizations in
            Geneva presents its compliments to the Office of the United Nations High Commissioner for Human Rights
            and, with reference to its note verbale of April 2020 on resolution 74/148,[^1] has the honour to send the
            following answers.
            """),
        heading("Laws and policies"),
        numbered(
            1,
            """
            Morocco has given migrants and their relatives access to health care, schooling and legal aid through a
            set of laws and policies. The same set shields them from detention and from expulsion. Regularization is
            one of the ways in which these rights become real.
            """,
        ),
        numbered(
            2,
            """
            A national strategy on immigration and asylum was adopted in 2014.[^2] Since then people have been able to
            obtain a regular status in two phases.
            """,
        ),
        heading("Regularization in figures"),
        numbered(
            3,
            """
            The strategy led to a first phase, in which 23,096 people obtained a regular status. Women accounted for
            10,201 of them and children for 814.
            """,
        ),
        numbered(4, "In the second phase, the authorities granted another 20,000 applications."),
        heading("Health"),
        numbered(
            5,
            """
            Basic health care is free of charge for migrants. It covers prevention, screening, treatment and the
            visits that follow, each within the health programme concerned.
            """,
        ),
        numbered(
            6,
            """
            Two programmes may serve as examples. One vaccinates children who have not reached the age of 5. The other
            watches over women during pregnancy and at birth.
            """,
        ),
        numbered(
            7,
            """
            The health of immigrants is the subject of a strategic plan for the years from 2017 to 2021. It was drawn
            up together with the parties concerned, so that it answers to what migrants need.
            """,
        ),
        heading("School"),
        numbered(8, "Through several measures, 3,336 children of migrants were enrolled in schools."),
        heading("Legal aid"),
        numbered(
            9,
            """
            Migrants are entitled to legal aid. They are given a lawyer and a translator, and legal fees are waived
            for them.
            """,
        ),
        plain("""
            The Permanent Mission of Morocco avails itself of this opportunity to renew to the Office of the United
            Nations High Commissioner for Human Rights the assurances of its highest consideration.
            """),
    ),
)
