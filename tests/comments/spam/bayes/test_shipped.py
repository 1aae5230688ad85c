from comments.spam.bayes.shipped import PATH, counted, shipped


def test_shipped_model_is_what_the_corpus_says():
    # Else: python -m comments.spam.bayes.shipped
    assert PATH.read_text(encoding="utf-8") == counted()


def test_shipped_model_is_small():
    assert PATH.stat().st_size < 300_000
    assert min(shipped().texts) > 1000
