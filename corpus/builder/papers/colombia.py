"""Answers to a questionnaire, the questions in bold (DOCX, Spanish)."""

from builder.model import Paper, Sender, bullet, dated, heading, letterhead, plain, title

PAPER = Paper(
    file_name="03-colombia-cuestionario.docx",
    form="docx",
    language="es",
    sender=Sender("Colombia", "COL", "state"),
    date="2020-07-03",
    header="Respuestas de Colombia",
    facts=(50, 51, 53, 54),
    objectives=(1, 4, 5, 6, 15, 16),
    themes=("regular_pathways", "identity_consular", "data_evidence", "basic_services", "inclusion_nondiscrimination"),
    statuses=("implemented", "none"),
    notes=("Resolución 74/148 de la Asamblea General, sobre la protección de los migrantes.",),
    blocks=(
        *letterhead("República de Colombia", "Misión Permanente de Colombia ante las Naciones Unidas en Ginebra"),
        title("Respuestas al cuestionario sobre la protección de los migrantes"),
        dated("Ginebra, 3 de julio de 2020"),
        plain("""
            La Misión Permanente de Colombia remite las respuestas siguientes, relativas a la aplicación de la
            resolución 74/148.[^1]
            """),
        heading(
            "¿Qué medidas se han tomado en favor de los migrantes en situaciones de vulnerabilidad?",
            label="1.",
            level=1,
        ),
        plain("""
            Colombia puso en marcha una estrategia dirigida a los migrantes y refugiados que llegan de la República
            Bolivariana de Venezuela, cuya vulnerabilidad es especial. La estrategia favorece su integración en la
            sociedad y en la economía.
            """),
        heading("¿Qué vías existen para migrar y permanecer de manera regular?", label="2.", level=1),
        plain("Se creó un mecanismo de regularización con varios permisos, sea cual sea la situación migratoria:"),
        bullet("permisos para ingresar al país y permanecer en él;"),
        bullet("permisos que abren sin costo los servicios de salud y las escuelas;"),
        bullet("permisos para trabajar en el mercado formal."),
        plain("""
            Además, el Gobierno expidió documentos de viaje y autorizó a los nacionales venezolanos con el pasaporte
            vencido a entrar en Colombia, cruzarla y salir de ella.
            """),
        heading("¿Cómo se garantiza la identidad jurídica?", label="3.", level=1),
        plain("""
            El Gobierno se ha esforzado por facilitar los certificados de nacimiento de las personas que nacieron en
            Venezuela, de madre o padre colombianos, y que hoy están en Colombia.
            """),
        heading("¿De qué datos se dispone?", label="4.", level=1),
        plain("El registro de los migrantes venezolanos que están en Colombia orienta las políticas públicas."),
        heading("¿Qué avances hubo en la aplicación del Pacto Mundial para la Migración?", label="5.", level=1),
        plain("Las medidas descritas son avances en cinco campos:"),
        bullet("los datos como base de las políticas;"),
        bullet("los documentos y la prueba de la identidad;"),
        bullet("más vías para la migración regular;"),
        bullet("el acceso a los servicios básicos;"),
        bullet("el trabajo decente."),
    ),
)
