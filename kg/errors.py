"""The errors newskg raises; each message names the thing, the reason and the way out, in one line."""


class KgError(Exception):
    """Anything that a user can mend."""


class ArticleError(KgError):
    """An article that cannot be read."""


class PipelineError(KgError):
    """A spaCy pipeline that is missing or of the wrong kind."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class QueryError(KgError):
    """A query that is wrong, refused or too long."""
