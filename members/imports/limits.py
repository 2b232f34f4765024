"""What an import reads at most (docs/security.md IN-16, IN-17; written down in docs/import-format.md).

The largest list that must go through has 126,768 rows: about 22 MB as CSV, 10 MB as XLSX, 110 MB unpacked.
"""

MOST_BYTES = {"text": 100_000_000, "workbook": 25_000_000}
MOST_ROWS = 200_000
MOST_COLUMNS = 100
MOST_CELL_LETTERS = 32_767  # what a cell of Excel can hold

# Of a workbook, which is a ZIP archive: read from its directory before anything is unpacked.
MOST_UNPACKED_BYTES = 400_000_000
MOST_ENTRIES = 200
MOST_RATIO = 100  # unpacked to packed; XML of real lists stays under 20
RATIO_COUNTS_FROM = 1_000_000  # bytes unpacked; a tiny file may be all repetition
