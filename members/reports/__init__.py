"""Figures and lists that pages and papers are made from. Nothing here writes."""
