from tests.work import calls_of


def each(size):
    for _ in range(size):
        abs(1)


def each_for_each(size):
    for _ in range(size):
        each(size)


def test_work_grows_as_the_code_says():
    assert 3.5 < calls_of(each, 400) / calls_of(each, 100) < 4.5
    assert 15 < calls_of(each_for_each, 400) / calls_of(each_for_each, 100) < 17
