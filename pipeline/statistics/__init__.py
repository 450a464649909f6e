"""Statistics on the tables of a run: what is counted, by whom, how sure the numbers are and what they cover.

Everything that shows a number (the page, `gcm stats`, the exports, the draft, the comparison) takes it from here.
"""
