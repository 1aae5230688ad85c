"""Migrations are linear, complete, and work from zero."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

OURS = ("catalog", "comments", "dramasite")


def forks(edges):
    """Migrations that several others of the same app follow; edges are (child, parent)."""
    followers = Counter(parent for child, parent in edges if child[0] == parent[0])
    return [parent for parent, number in followers.items() if number > 1]


def test_migrations_are_linear():
    loader = MigrationLoader(None)
    migrations = {key: m for key, m in loader.disk_migrations.items() if key[0] in OURS}
    edges = [(key, parent) for key, m in migrations.items() for parent in m.dependencies]
    assert forks(edges) == []


def test_fork_is_found():
    first, left, right = ("catalog", "1"), ("catalog", "2a"), ("catalog", "2b")
    assert forks([(left, first), (right, first), (("comments", "1"), first)]) == [first]


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_migrations_work_from_zero():
    # By the command: what is done before and after migrations belongs to them.
    for app in reversed(OURS):
        call_command("migrate", app, "zero", verbosity=0)
    assert not [name for name in connection.introspection.table_names() if name.startswith(OURS)]
    call_command("migrate", verbosity=0)
    assert "catalog_drama" in connection.introspection.table_names()
