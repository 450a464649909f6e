"""Fit the statement model: linear models and grammar weights from the authored corpus, combiners from real papers."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from pipeline.config_files import config_file
from pipeline.labelling.corpus import Corpus
from pipeline.labelling.linear import Vectorizer
from pipeline.labelling.model import StatementModel, write_model
from pipeline.taxonomy import OBJECTIVES, THEMES, load_scheme
from pipeline.training.examples import context_words, corpus_contexts, folds_of
from pipeline.training.inputs import FIT_GOLD, read_inputs
from pipeline.training.papers import GoldPaper, read_papers
from pipeline.training.schemes import fit_scheme
from pipeline.training.status import fit_status

__all__ = ["FIT_GOLD", "corpus_contexts", "fit", "lexicon_fingerprint", "train"]


def train(out: Path, papers: Path | None = None) -> StatementModel:
    """Fit everything and write it to a file; the same corpus and papers give the same model.

    `papers` is a folder with the documents that FIT_GOLD refers to; without it the combiners learn from authored text.
    """
    inputs = read_inputs(with_gold=papers is not None)
    read = read_papers(papers, inputs.golds) if papers else []
    fingerprints = "+".join(gold.fingerprint for gold, _ in inputs.golds)
    model = fit(inputs.corpus, read, gold=fingerprints or None)
    write_model(model, out)
    return model


def fit(corpus: Corpus, papers: list[GoldPaper] | None = None, *, gold: str | None = None) -> StatementModel:
    """Fit vectorizer, linear models and combiners on a corpus and on real papers; `gold` names their labels."""
    contexts = corpus_contexts(corpus)
    folds = list(folds_of(len(contexts)))
    vectorizer = Vectorizer.fitted(context_words(contexts))
    schemes = {
        name: fit_scheme(name, corpus, contexts, folds=folds, vectorizer=vectorizer, papers=papers or ())
        for name in (OBJECTIVES, THEMES)
    }
    status = fit_status(corpus, contexts, papers or ())
    note = {
        "corpus": corpus.fingerprint,
        "lexicon": lexicon_fingerprint(config_file("lexicon")),
        "gold": gold,
        "sentences": len(contexts),
        "papers": len(papers or ()),
        "labelled": sum(len(paper.labelled) for paper in papers or ()),
        "languages": sorted(set(corpus.languages)),
        "taxonomy": {name: load_scheme(name).version for name in (OBJECTIVES, THEMES)},
    }
    return StatementModel(vectorizer, schemes, status, note)


def lexicon_fingerprint(folder: Path) -> str:
    """Hash the word lists that the combiners learnt to trust: `configs/lexicon/<lang>/*.tsv`."""
    state = sha256()
    for path in sorted(folder.glob("*/*.tsv")):
        state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()[:16]
