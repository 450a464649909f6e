"""The sample corpus: papers of our own writing as data, the writers of their file formats, and what is true of them."""
