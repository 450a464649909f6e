"""A short letter as mail programs save it, one line a paragraph (text, English)."""

from builder.model import Paper, Sender, plain

PAPER = Paper(
    file_name="11-serbia-letter.txt",
    form="mail",
    language="en",
    sender=Sender("Serbia", "SRB", "state"),
    date="2020-07-01",
    facts=(101, 102, 103),
    objectives=(3, 7, 8, 12, 15, 23),
    themes=("covid_19", "missing_migrants", "international_protection", "gcm_implementation", "vulnerable_situations"),
    statuses=("implemented", "in_progress", "none"),
    blocks=(
        plain("Information received from Serbia"),
        plain("1 July 2020"),
        plain("Dear colleagues,"),
        plain("""
            Please find below our answers on resolution 74/148. Our law protects the rights of migrants. Above all, it
            protects those who ask for asylum and others who qualify for protection. A response that should make it
            easier to carry out the Global Compact for Migration is being developed.
            """),
        plain("""
            We have worked to see that the asylum procedure recognizes where migrants are vulnerable and takes this
            into account. For migrants in vulnerable situations, however, one country alone is not enough: their needs
            call for international cooperation.
            """),
        plain("During the COVID-19 pandemic, efforts were made to keep migrants in good health."),
        plain("""
            On missing migrants, we see great value in working with other Governments, with civil society, and with
            migrants and their relatives. Together it is easier to search for the missing and to put the relevant
            information into the hands of migrants.
            """),
        plain("Kind regards"),
    ),
)
