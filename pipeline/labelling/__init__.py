"""Labels for sentences: lexicon, linear model and their combination."""
