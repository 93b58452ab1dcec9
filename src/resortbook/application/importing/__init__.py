"""Catalogues as files: what a resort keeps in its spreadsheet, taken in and given out."""
