"""A note verbale with a letterhead and lettered answers (DOCX, French)."""

from builder.model import Paper, Sender, dated, heading, lettered, letterhead, numbered, plain

PAPER = Paper(
    file_name="05-suisse-note-verbale.docx",
    form="docx",
    language="fr",
    sender=Sender("Switzerland", "CHE", "state"),
    date="2020-06-22",
    header="Suisse, note verbale de juin 2020",
    footer="Genève, 2020",
    facts=(104, 105, 106),
    objectives=(7, 8, 11, 23),
    themes=("borders_detention", "children_family", "covid_19", "missing_migrants", "international_cooperation"),
    statuses=("implemented", "in_progress"),
    notes=(
        "Haut-Commissariat des Nations Unies aux droits de l’homme.",
        "Commission internationale pour les personnes disparues.",
    ),
    blocks=(
        *letterhead(
            "Confédération suisse", "Mission permanente de la Suisse auprès de l’Office des Nations Unies à Genève"
        ),
        dated("Genève, le 22 juin 2020"),
        plain("""
            La Mission permanente de la Suisse auprès de l’Office des Nations Unies présente ses compliments au
            Haut-Commissariat des Nations Unies aux droits de l’homme et a l’honneur de lui transmettre les
            renseignements ci-après sur la résolution 74/148.
            """),
        heading("Migrants en situation de vulnérabilité", label="I."),
        numbered(
            1,
            """
            La Suisse a fait connaître les Principes et directives recommandés du HCDH[^1] sur les droits de l’homme
            aux frontières internationales.
            """,
        ),
        numbered(
            2,
            """
            Elle a soutenu l’action du Haut-Commissariat, y compris ses programmes de renforcement des capacités.
            Grâce à ces programmes, les gardes-frontières connaissent mieux les migrants vulnérables et savent quel
            rôle ils jouent eux-mêmes dans la protection de leurs droits.
            """,
        ),
        heading("Enfants migrants non accompagnés", label="II."),
        numbered(3, "Le Gouvernement a pris trois mesures en faveur des enfants migrants non accompagnés :"),
        lettered("a", "Il a financé l’aide que la société civile apporte aux migrants en Grèce ;"),
        lettered(
            "b",
            """
            Il a accordé un crédit supplémentaire pour des mesures d’urgence, afin que la COVID-19 ne se propage pas
            dans les lieux d’hébergement ;
            """,
        ),
        lettered(
            "c",
            """
            Il a accueilli des enfants non accompagnés venus de Grèce et les a réunis avec les membres de leur famille
            qui vivent en Suisse.
            """,
        ),
        heading("Migrants disparus", label="III."),
        numbered(
            4,
            """
            Dans sa politique bilatérale et multilatérale, la Suisse s’emploie à prévenir les disparitions et à
            améliorer la recherche et l’identification des migrants disparus.
            """,
        ),
        numbered(
            5,
            """
            Elle a contribué à mettre en place des mécanismes de coopération internationale. Des normes communes sont
            en cours d’élaboration avec le Comité international de la Croix-Rouge et la Commission internationale pour
            les personnes disparues.[^2]
            """,
        ),
        plain("""
            La Mission permanente de la Suisse saisit cette occasion pour renouveler au Haut-Commissariat les
            assurances de sa très haute considération.
            """),
    ),
)
