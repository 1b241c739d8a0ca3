"""The index answers as each query does for each record."""

from hypothesis import given

from bilateral import Truth, testing
from bilateral.index import matching


@given(testing.corpora(), testing.queries())
def test_the_index_answers_as_the_query_does(corpus, query):
    answers = [(record, query.truth(record)) for record in corpus]

    assert matching(query, corpus) == [(record, truth) for record, truth in answers if truth is not Truth.NO]
