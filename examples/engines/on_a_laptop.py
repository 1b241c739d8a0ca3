"""The question to a corpus in memory: python examples/engines/on_a_laptop.py ROWS."""

import sys

import generated

import bilateral as bl

corpus = bl.Corpus(generated.agreements(int(sys.argv[1])))
generated.report(
    f"bilateral {bl.__version__}", lambda certain: len(corpus.where(generated.QUESTION, certain=certain))
)
