from catalog.artwork.dice import Dice


def test_dice_fall_the_same_way_for_the_same_seed():
    first, second = Dice("a"), Dice("a")
    assert [first.between(1, 6) for _ in range(20)] == [second.between(1, 6) for _ in range(20)]


def test_dice_stay_within_their_bounds_and_reach_them():
    dice = Dice("a")
    assert {dice.between(1, 6) for _ in range(200)} == {1, 2, 3, 4, 5, 6}


def test_shuffled_keeps_every_item():
    assert sorted(Dice("a").shuffled("abcdef")) == list("abcdef")
