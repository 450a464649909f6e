"""The control words of rich text that say what to print and what not."""

from __future__ import annotations

from pipeline.extract.rtf.flow import FlowKind

SIGNS = {
    b"tab": "\t",
    b"line": "\n",
    b"lbr": "\n",
    b"page": "\n",
    b"column": "\n",
    b"emdash": "\u2014",
    b"endash": "\u2013",
    b"bullet": "\u2022",
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
    b"emspace": "\u2003",
    b"enspace": "\u2002",
    b"qmspace": "\u2005",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
}
SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\t": "\t", b"{": "{", b"}": "}", b"\\": "\\"}
PARAGRAPH_ENDS = frozenset({b"par", b"sect"})
# Some programs end a paragraph with a backslash before the end of a line.
ENDING_SYMBOLS = frozenset({b"\n", b"\r", b"\r\n"})

# Groups that print nothing, or that print again what another group says.
SKIPPED = frozenset(
    b"colortbl filetbl revtbl listtable listoverridetable rsidtbl generator fldinst datafield pict nonshppict shprslt "
    b"sp objdata objclass objname comment atnid atnauthor atntime atnicn atndate atnref atnparent ftnsep ftnsepc ftncn "
    b"aftnsep aftnsepc aftncn pn pntxta pntxtb pnseclvl xe tc tcn rxe template private private1 falt panose fontemb "
    b"creatim revtim printim buptim mmathPict leveltext levelnumbers userprops docvar nonesttables "
    # The looks of formulas.
    b"mfPr mnaryPr mradPr mdPr mctrlPr msSubPr msSupPr msSubSupPr mfuncPr mlimLowPr mlimUppPr maccPr mbarPr mboxPr "
    b"mrPr mborderBoxPr mgroupChrPr meqArrPr mmPr mphantPr msPrePr moMathParaPr mmathPr".split()
)
# Embedded files: their words are not read.
UNREAD = frozenset({b"objdata"})
# Marked as "skip what you do not know", and known.
KNOWN = frozenset(
    b"footnote annotation shpinst shpgrp shptxt do dptxbxtext nesttableprops ud listtext pntext cs ts ds moMath "
    b"moMathPara".split()
)
FLOWS: dict[bytes, FlowKind] = {
    b"header": "header", b"headerl": "header", b"headerr": "header", b"headerf": "first header",
    b"footer": "footer", b"footerl": "footer", b"footerr": "footer", b"footerf": "first footer",
    b"shptxt": "box", b"dptxbxtext": "box", b"footnote": "footnote",
}  # fmt: skip
# The first page comes first: that is where ministries print their name.
FURNITURE: tuple[FlowKind, ...] = ("first header", "header", "first footer", "footer")

# On with no number, off with 0.
TOGGLES = {
    b"b": "bold",
    b"ab": "complex_bold",
    b"i": "italic",
    b"caps": "capitals",
    b"v": "hidden",
    b"deleted": "deleted",
    b"mvf": "deleted",
    b"super": "raised",
    b"up": "raised",
    b"intbl": "in_table",
} | dict.fromkeys(b"ul uld uldash uldashd uldashdd uldb ulth ulw ulwave ulthd ulhwave ulldash".split(), "underlined")
NUMBERS = {
    b"f": "font",
    b"uc": "unicode_skip",
    b"fs": "size",
    b"s": "style",
    b"outlinelevel": "outline",
    b"ls": "list_number",
    b"ilvl": "list_depth",
    b"itap": "table_depth",
}
SWITCHES: dict[bytes, tuple[str, bool | str]] = {
    b"rtlch": ("right_to_left", True),
    b"ltrch": ("right_to_left", False),
    b"nosupersub": ("raised", False),
    b"ulnone": ("underlined", False),
    b"ql": ("alignment", ""),
    b"qc": ("alignment", "center"),
    b"qr": ("alignment", "right"),
    b"qj": ("alignment", "both"),
}
# How notes are counted: for each kind what the whole document says and what a section says.
NOTE_FORMATS = {
    b"ar": "decimal",
    b"alc": "lowerLetter",
    b"auc": "upperLetter",
    b"rlc": "lowerRoman",
    b"ruc": "upperRoman",
}
