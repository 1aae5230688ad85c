"""Gives the account of the editor a new password."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from dramasite.management.preparation import EDITOR, give_editor_a_password


class Command(BaseCommand):
    help = "Gives the account 'editor' (made if it is missing) a new password, and prints it."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            password = give_editor_a_password()
        except DatabaseError as error:
            raise CommandError(f"The database is not ready ({error}): `make run` first.") from error
        self.stdout.write(f"Account {EDITOR}, password {password}")
