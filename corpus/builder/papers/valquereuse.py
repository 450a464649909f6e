"""A paper of an invented network, with hard line ends and headings in capitals (text, French)."""

from builder.model import Paper, Sender, bullet, heading, letterhead, plain

PAPER = Paper(
    file_name="07-reseau-valquereuse.txt",
    form="wrapped",
    language="fr",
    sender=Sender("Réseau des Passerelles de Valquereuse", "reseau-des-passerelles-de-valquereuse", "ngo"),
    date="2020-05-12",
    objectives=(9, 10, 15, 16, 17, 18),
    themes=("trafficking_smuggling", "inclusion_nondiscrimination", "labour_rights", "women_gender", "basic_services"),
    statuses=("implemented", "in_progress", "planned", "pledged", "recommended", "none"),
    blocks=(
        *letterhead("Réseau des Passerelles de Valquereuse"),
        plain("Contribution écrite sur les droits des personnes migrantes, 12 mai 2020"),
        heading("Notre réseau"),
        plain("""
            Le Réseau des Passerelles réunit dix-sept associations de quartier. Nos bénévoles donnent des cours de
            langue dans vingt-trois salles prêtées par des voisins. L’an dernier, 1 450 personnes ont suivi ces cours,
            dont plus de la moitié étaient des femmes.
            """),
        heading("Ce que nous observons"),
        plain("""
            Les passeurs profitent de l’absence de voies sûres. Ils abandonnent leurs passagers en pleine nuit,
            parfois dans la neige. Trop souvent, ce sont pourtant les passagers que l’on poursuit, et non ceux qui les
            exploitent.
            """),
        plain("""
            Dans nos villes, des femmes sont victimes de la traite et travaillent enfermées dans des ateliers. Peu
            d’entre elles osent porter plainte, car elles craignent d’être expulsées. Les places d’hébergement
            manquent.
            """),
        plain("""
            Des infirmières et des soudeurs diplômés font la plonge. Leurs diplômes ne sont pas reconnus, et la
            procédure d’équivalence coûte trois mois de salaire. Le racisme à l’embauche aggrave cette perte.
            """),
        heading("Ce que nous faisons"),
        bullet("Nous avons ouvert deux appartements pour les femmes qui sortent de la traite."),
        bullet("Nous préparons un guide des métiers, traduit en neuf langues."),
        bullet("À l’automne 2020, nous lancerons un atelier de validation des compétences pour soixante personnes."),
        bullet("Nous restons attachés à l’accueil de chacun, sans distinction de statut."),
        heading("Nos recommandations"),
        plain("Nous demandons aux autorités de nos régions :"),
        bullet("de poursuivre les réseaux de passeurs sans punir les personnes transportées ;"),
        bullet("de protéger les victimes de la traite, qu’elles témoignent ou non ;"),
        bullet("de reconnaître les diplômes et l’expérience acquis à l’étranger ;"),
        bullet("de combattre la discrimination à l’embauche et dans le logement ;"),
        bullet("d’ouvrir les soins à toutes et à tous, avec ou sans papiers."),
    ),
)
