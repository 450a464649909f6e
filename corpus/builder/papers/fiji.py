"""A short statement in Markdown (English)."""

from builder.model import Paper, Sender, bullet, dated, heading, plain

PAPER = Paper(
    file_name="09-fiji-statement.md",
    form="markdown",
    language="en",
    sender=Sender("Fiji", "FJI", "state"),
    date="2020-07-09",
    facts=(64,),
    objectives=(2, 7),
    themes=("climate_disaster", "vulnerable_situations"),
    statuses=("implemented", "none"),
    notes=("General Assembly resolution 74/148.",),
    blocks=(
        heading("Statement of Fiji on planned relocation"),
        dated("Suva, 9 July 2020"),
        plain("""
            Fiji shares information on how it plans the relocation of communities, in answer to the request for
            information on the protection of migrants.[^1]
            """),
        heading("Why a framework", level=2),
        plain("""
            A changing climate and natural disasters can leave a community no other way than to move. Fiji therefore
            has a framework for relocations that are planned.
            """),
        heading("People first", level=2),
        plain("""
            Human rights are the ground on which the framework stands. It sees to it that their standards are upheld
            from the first stage of a relocation to the last. Two rights are named:
            """),
        bullet("the right to be consulted;"),
        bullet("the right to take part in a way that counts."),
        heading("Those most at risk", level=2),
        plain("""
            The framework rests on strategies that make communities less vulnerable. Safety and well-being for people
            in vulnerable situations are among its aims.
            """),
    ),
)
