"""What API users call things: their own words for part types, makes and models, and the native names behind them."""

from partscounter.domain.mappings.coverage import Coverage, report_coverage
from partscounter.domain.mappings.edit import ValueEdit, edit_mapping, edited_rows
from partscounter.domain.mappings.errors import InvalidMapping, MappingChanged
from partscounter.domain.mappings.events import MappingReplaced
from partscounter.domain.mappings.lookup import (
    count_values,
    find_native_keys,
    find_native_numbers,
    list_level,
    list_values,
)
from partscounter.domain.mappings.plan import CountItems, MappingPlan, WordChange, WordFate, plan_mapping
from partscounter.domain.mappings.read_file import read_mapping_file
from partscounter.domain.mappings.replace import check_mapping, replace_mapping
from partscounter.domain.mappings.rows import list_rows, mapping_version
from partscounter.domain.mappings.unmatched import UnmatchedWords, list_unmatched, note_unmatched
from partscounter.domain.mappings.unmatched_word import UnmatchedWord
from partscounter.domain.mappings.value import MAPPED_KINDS, MappedValue, MappingRow, MappingSize

__all__ = [
    "MAPPED_KINDS",
    "CountItems",
    "Coverage",
    "InvalidMapping",
    "MappedValue",
    "MappingChanged",
    "MappingPlan",
    "MappingReplaced",
    "MappingRow",
    "MappingSize",
    "UnmatchedWord",
    "UnmatchedWords",
    "ValueEdit",
    "WordChange",
    "WordFate",
    "check_mapping",
    "count_values",
    "edit_mapping",
    "edited_rows",
    "find_native_keys",
    "find_native_numbers",
    "list_level",
    "list_rows",
    "list_unmatched",
    "list_values",
    "mapping_version",
    "note_unmatched",
    "plan_mapping",
    "read_mapping_file",
    "replace_mapping",
    "report_coverage",
]
