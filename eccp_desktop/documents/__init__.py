"""Frozen view-models to PDF bytes, one module a document. The only place that loads ReportLab."""
