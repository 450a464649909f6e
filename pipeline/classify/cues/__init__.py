"""The status of statements in languages without a grammar: cues from a word list, weighed by where they stand.

Arabic, Russian and Chinese are read so. What a cue means by itself is in `meanings`, the words are data:
`configs/lexicon/<language>/status_cues.tsv`.
"""
