"""Text recognition (OCR) of pages that are pictures, offline and in the six languages of the United Nations.

`pictures` makes safe grey pictures, `engines` finds what can read them (`program`, `library`; `hocr` reads what
Tesseract answers), `reader` decides on languages and keeps answers in a page cache, `margin` and `repairs` put right
what Tesseract always gets wrong, `printed`, `sizes` and `furniture` make lines like those of a text PDF, `doubt` finds
text layers that are rubbish, `pages` does all that for a PDF and `images` for picture files.
"""
