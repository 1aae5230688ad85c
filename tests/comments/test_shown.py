from comments.discussion import discussion_of
from comments.reading import Reading


def all_of(discussion):
    return discussion.shown(discussion.threads)


def test_answer_at_the_deepest_place_names_what_it_answers(drama, said):
    parent = None
    for number in range(6):
        parent = said(f"{number}", parent=parent)
    shown = all_of(discussion_of(drama))
    for _ in range(3):
        shown = shown[0].answers
    fifth, sixth = shown[0].answers
    assert (fifth.reply.body, sixth.reply.body) == ("4", "5")
    assert (fifth.beside, sixth.beside) == (None, fifth)


def test_what_is_answered_on_another_page_is_named(drama, bulk_said):
    replies = bulk_said(101, parents=lambda pks: pks[-1])
    discussion = discussion_of(drama)
    (again,) = discussion.shown([discussion.parts(replies[0].pk)[1]])
    first, second = again.answers[:2]
    assert (first.beside.reply, first.beside.is_elsewhere) == (replies[49], True)
    assert (second.beside, second.beside.is_elsewhere) == (first, False)


def test_what_a_visitor_has_seen_is_unfolded(drama, said):
    for episode in (None, 4, 5, 6):
        said(f"{episode}", about_episode=episode)
    discussion = discussion_of(drama)
    assert discussion.last_episode == 6
    shown = discussion.shown(discussion.threads, Reading(seen=5))
    assert [place.is_seen for place in shown] == [False, True, True, False]
