"""A report whose numbered paragraphs run over the pages (PDF, Spanish)."""

from builder.model import Look, Paper, Sender, dated, heading, letterhead, numbered, title

PAPER = Paper(
    file_name="04-honduras-informe.pdf",
    form="pdf",
    language="es",
    sender=Sender("Honduras", "HND", "state"),
    date="2020-06-26",
    header="Honduras, informe de 2020",
    footer="Junio de 2020",
    facts=(65, 66, 67),
    objectives=(7, 8, 10, 21, 23),
    themes=(
        "vulnerable_situations",
        "children_family",
        "trafficking_smuggling",
        "missing_migrants",
        "return_reintegration",
        "international_cooperation",
        "gcm_implementation",
    ),
    statuses=("implemented", "none"),
    look=Look(font="Times", size=14.2, justified=True),
    notes=(
        "Resolución 74/148 de la Asamblea General.",
        "Resolución 73/195 de la Asamblea General, anexo.",
        "Resolución 70/1 de la Asamblea General.",
    ),
    blocks=(
        *letterhead("República de Honduras"),
        title("Informe de Honduras sobre la protección de los migrantes"),
        dated("Tegucigalpa, 26 de junio de 2020"),
        heading("Introducción", label="I."),
        numbered(
            1,
            """
            El presente informe responde a la solicitud de información sobre la aplicación de la resolución
            74/148.[^1] Se refiere a tres cuestiones: la protección de los migrantes que se encuentran en situaciones
            de vulnerabilidad, la búsqueda de los migrantes desaparecidos y la aplicación del Pacto Mundial para la
            Migración.[^2]
            """,
        ),
        heading("Migrantes en situaciones de vulnerabilidad", label="II."),
        numbered(
            2,
            """
            El Gobierno ha tomado iniciativas para proteger los derechos humanos de los migrantes más expuestos. Dos
            grupos están en el centro de ellas: los hondureños que se hallan en países vecinos y los que regresan a
            Honduras.
            """,
        ),
        numbered(
            3,
            """
            Varias instituciones del Estado trabajan juntas para proteger a los niños y adolescentes migrantes.
            """,
        ),
        numbered(
            4,
            """
            Se establecieron centros que atienden a las personas que regresan. En esos centros se prestan los
            servicios esenciales que una persona necesita al volver al país.
            """,
        ),
        numbered(
            5,
            """
            El Gobierno se ha esforzado por combatir la trata de personas. Las víctimas de ese delito reciben
            servicios de las instituciones.
            """,
        ),
        heading("Migrantes desaparecidos", label="III."),
        numbered(
            6,
            """
            En la búsqueda de los migrantes desaparecidos, el Gobierno ha colaborado con el Comité Internacional de la
            Cruz Roja y con organizaciones de la sociedad civil. También lo ha hecho para que las familias obtengan
            justicia y sepan qué ocurrió.
            """,
        ),
        numbered(7, "Se elaboró una hoja de ruta para esa búsqueda."),
        numbered(
            8,
            """
            Se creó una base de datos de ADN. Sin embargo, las bases de datos de ADN de la región no están integradas
            entre sí.
            """,
        ),
        numbered(9, "Hacen falta mayores capacidades técnicas y más recursos financieros."),
        heading("Pacto Mundial para la Migración", label="IV."),
        numbered(
            10,
            """
            El Pacto Mundial es un instrumento clave para alcanzar los Objetivos de Desarrollo Sostenible con un
            enfoque de derechos humanos.[^3]
            """,
        ),
        numbered(
            11,
            """
            Para aplicar el Pacto Mundial, Honduras ha participado en varios esfuerzos de cooperación con los países
            de la región.
            """,
        ),
    ),
)
