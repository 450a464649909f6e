"""A paper of an invented expert, with figures and endnotes (DOCX, Spanish)."""

from builder.model import Paper, Sender, dated, heading, letterhead, plain, row, title

PAPER = Paper(
    file_name="10-quillabrava-estudio.docx",
    form="docx",
    language="es",
    sender=Sender(
        "Instituto Quillabrava de Estudios sobre Movilidad",
        "instituto-quillabrava-de-estudios-sobre-movilidad",
        "academia",
    ),
    date="2020-05-20",
    header="Cuadernos Quillabrava, núm. 12",
    endnotes=True,
    objectives=(1, 2, 18, 19, 20, 22),
    themes=("data_evidence", "labour_rights", "climate_disaster"),
    statuses=("none", "recommended", "planned"),
    notes=(
        "Encuesta propia a 1.204 hogares de nuestras ciudades, de enero a marzo de 2020.",
        "El margen de error es de 2,8 puntos porcentuales.",
        "I. Marqués Tordesol, “Cartas que valen dinero”, Cuadernos Quillabrava, núm. 9.",
        "Convenio internacional sobre la protección de los derechos de todos los trabajadores migratorios y de sus "
        "familiares, artículo 27.",
    ),
    blocks=(
        *letterhead("Instituto Quillabrava de Estudios sobre Movilidad"),
        title("Remesas, saberes y pensiones: lo que se pierde en el camino"),
        dated("20 de mayo de 2020"),
        plain("Contribución de la profesora Ilvena Marqués Tordesol"),
        heading("Resumen"),
        plain("""
            Este estudio reúne datos sobre tres formas en que las personas migrantes sostienen a dos sociedades a la
            vez: el dinero que envían, los conocimientos que comparten y las cotizaciones que pagan.[^1] Todas las
            cifras son de nuestra encuesta.[^2]
            """),
        heading("Por qué se marcharon"),
        plain("""
            El 38 % de los hogares señaló la falta de empleo como motivo principal de la partida. El 21 % habló de la
            sequía y de las inundaciones. Solo el 6 % mencionó el deseo de conocer otro país.
            """),
        heading("El costo de enviar dinero"),
        plain("""
            Una familia recibe en promedio 182 dólares al mes. Por cada envío de 200 dólares se pagan 14 dólares de
            comisión, es decir, el 7 %.[^3] La mitad de los hogares no tiene cuenta bancaria.
            """),
        row("Canal", "Comisión media", "Días de espera"),
        row("Ventanilla", "9,1 %", "2"),
        row("Teléfono móvil", "3,4 %", "1"),
        row("Transferencia bancaria", "5,6 %", "4"),
        heading("Saberes que no cuentan"),
        plain("""
            De cada diez personas con título universitario, cuatro trabajan en oficios que no lo exigen. El
            reconocimiento de los títulos tarda 17 meses. En cambio, las asociaciones de la diáspora han financiado 26
            talleres de formación en los pueblos de origen.
            """),
        heading("Pensiones que se quedan atrás"),
        plain("""
            El 73 % de quienes regresan pierde los años cotizados, porque no hay un convenio que permita transferir
            las prestaciones de seguridad social.[^4]
            """),
        heading("Qué hacer"),
        plain("""
            Los Estados de la región deberían reducir el costo de las remesas a menos del 3 %, reconocer las
            cualificaciones mediante un examen único y celebrar convenios para que las pensiones acompañen a las
            personas. También deberían publicar datos desglosados por sexo y edad.
            """),
        plain("El Instituto repetirá la encuesta en 2021 y publicará los datos."),
    ),
)
