"""A numbered report with chapters, sub-paragraphs and a table (DOCX, English)."""

from builder.model import Paper, Sender, dated, heading, lettered, letterhead, numbered, row, title

PAPER = Paper(
    file_name="02-nepal-report.docx",
    form="docx",
    language="en",
    sender=Sender("Nepal", "NPL", "state"),
    date="2020-06-30",
    header="Nepal: workers abroad",
    footer="Answer of 30 June 2020",
    facts=(88, 89, 90, 91),
    objectives=(3, 6, 14, 23),
    themes=("labour_rights", "justice_remedy", "international_cooperation", "gcm_implementation", "identity_consular"),
    statuses=("implemented", "in_progress"),
    notes=(
        "General Assembly resolution 74/148.",
        "The Tribunal is a semi-judicial body.",
        "General Assembly resolution 73/195, annex.",
    ),
    blocks=(
        *letterhead("Government of Nepal"),
        title("Submission of Nepal on the protection of migrants"),
        dated("30 June 2020"),
        heading("Introduction", label="I."),
        numbered(
            1,
            """
            This paper answers the request for information on resolution 74/148.[^1] It deals with workers who leave
            Nepal for employment abroad.
            """,
        ),
        heading("Protection before departure and abroad", label="II."),
        heading("Agreements with countries of destination", label="A.", level=2),
        numbered(
            2,
            """
            Nepal has concluded bilateral labour agreements with countries in which its nationals work. Their purpose
            is that these workers enjoy their human rights more securely.
            """,
        ),
        heading("One portal for all", label="B.", level=2),
        numbered(
            3,
            """
            The Foreign Employment Information Management System has been set up. The portal brings three things
            together in one place:
            """,
        ),
        lettered("a", "The recruitment of workers;"),
        lettered("b", "Their employment;"),
        lettered("c", "Their journey home."),
        numbered(4, "Public authorities and agencies use the portal, and so do partners from the private sector."),
        numbered(
            5,
            """
            Counsellors in migrant resource centres speak with workers ahead of their departure, so that those who
            choose to go know what they choose.
            """,
        ),
        heading("Access to justice", label="III."),
        heading("The Foreign Employment Tribunal", label="A.", level=2),
        numbered(
            6,
            """
            Migrants who were cheated or exploited can turn to the Foreign Employment Tribunal, a specialized
            body.[^2]
            """,
        ),
        heading("Complaints", label="B.", level=2),
        numbered(7, "The Foreign Employment Rules were changed in two respects:"),
        lettered("a", "Missions of Nepal abroad may now register complaints;"),
        lettered("b", "A call centre takes complaints from workers and from those whom they left at home."),
        heading("Liability of recruitment agencies", label="C.", level=2),
        numbered(
            8,
            """
            An agency in Nepal answers jointly with the employer. A worker who comes to harm abroad can hold the
            agency to account before the law and obtain compensation.
            """,
        ),
        numbered(9, "The table shows who receives which support."),
        row("Who", "Support", "Through whom"),
        row("Workers injured abroad", "Repatriation and financial help", "The Government"),
        row("Families of workers who died abroad", "Repatriation and financial help", "The Government"),
        row("Workers abroad", "Food, shelter, legal assistance", "Missions of Nepal"),
        heading("The Global Compact", label="IV."),
        numbered(
            10,
            """
            Nepal has drawn widely on the Global Compact for Migration when it works with other countries on migration
            matters.[^3]
            """,
        ),
        numbered(
            11,
            """
            A national action plan to carry out the Compact is being prepared. The priorities of the country are its
            starting point.
            """,
        ),
    ),
)
