"""Files, folders, rows and pages to Articles."""

from kg.articles.article import article_from_text
from kg.articles.sources import expected, read_articles

__all__ = ["article_from_text", "expected", "read_articles"]
