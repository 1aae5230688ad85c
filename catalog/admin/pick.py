"""What opens the front page."""

from __future__ import annotations

from django.contrib import admin

from catalog.models import Pick


@admin.register(Pick)
class PickAdmin(admin.ModelAdmin):
    list_display = ["drama", "since", "words"]
    list_select_related = ["drama"]
    list_per_page = 50
    show_full_result_count = False
    autocomplete_fields = ["drama"]
    fields = ["drama", "words", "since"]
