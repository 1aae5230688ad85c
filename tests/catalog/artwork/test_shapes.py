from catalog.artwork.shapes import circle, path, points, rect, strokes


def test_shapes_are_written_as_briefly_as_they_can():
    assert rect(0, 1.4, 20, 30, "#fff") == '<path fill="#fff" d="M0 1h20v30h-20z"/>'
    assert circle(1, 2, 3.6, "#fff") == '<circle cx="1" cy="2" r="4" fill="#fff"/>'
    assert path(points([(0, 0), (1.2, 3)]), "#fff") == '<path fill="#fff" d="M0 0L1 3"/>'


def test_strokes_have_a_cap_only_when_asked():
    assert "stroke-linecap" not in strokes("M0 0h9", "#fff", 2.5)
    assert 'stroke-width="2.5" stroke-linecap="round"' in strokes("M0 0h9", "#fff", 2.5, "round")
