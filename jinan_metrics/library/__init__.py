"""The library: documents with their full text and their claims, in one SQLite file."""
