from django.contrib.staticfiles import finders

from dramasite.stylesheet import NAME, SOURCE, StylesheetFinder, joined


def test_joined_opens_with_the_order_of_the_layers():
    assert joined().startswith("@layer tokens, base, frame, components;")


def test_joined_holds_every_sheet_of_the_pages_and_none_of_the_desk():
    sheets = {path.name: path.read_text() for path in SOURCE.glob("*.css")}
    held = {name for name, text in sheets.items() if text in joined()}
    assert held == {name for name in sheets if not name.startswith("admin")}


def test_static_files_find_the_joined_sheet():
    with open(finders.find(NAME)) as file:
        assert file.read() == joined()


def test_changed_sheet_is_written_anew():
    path = finders.find(NAME)
    with open(path, "w") as file:
        file.write("of yesterday")
    [(name, storage)] = StylesheetFinder().list(None)
    with storage.open(name) as file:
        assert file.read().decode() == joined()
