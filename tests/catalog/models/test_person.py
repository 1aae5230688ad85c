from catalog.models import Credit


def test_credits_by_role_stand_together_in_the_order_given():
    roles = ["screenwriter", "director", "composer", "screenwriter", "director"]
    credits = [Credit(role=role, order=order) for order, role in enumerate(roles)]
    assert [(each.role, each.order) for each in Credit.by_role(credits)] == [
        ("director", 1),
        ("director", 4),
        ("screenwriter", 0),
        ("screenwriter", 3),
        ("composer", 2),
    ]
