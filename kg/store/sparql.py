"""SPARQL text: what is refused, how parameters are bound, and where an error stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping

from kg.errors import QueryError
from kg.store.results import from_rdflib

TOKEN = re.compile(
    r'''(?P<comment>\#[^\n]*)
    | (?P<string>"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<variable>[?$]\w+)
    | (?P<name>[\w.-]*:[\w.:%\\-]*)
    | (?P<word>[^\W\d]\w*)
    | (?P<space>\s+)
    | (?P<other>.)''',
    re.VERBOSE | re.DOTALL,
)
UPDATES = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"})
QUERIES = frozenset({"ASK", "CONSTRUCT", "DESCRIBE", "SELECT"})
FEW = 6
UNGROUPED = "a selected variable is neither grouped by nor aggregated"
PLACE = re.compile(r"(?:error at|line) (\d+)(?::|, column )(\d+)[:.]? *(.*)", re.DOTALL | re.IGNORECASE)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
UNDECLARED = ("Prefix not found", "Unresolved prefixed name")
NOT_GROUPED = ("variable that is unbound", "Non-group key variable")
CHARACTERS = re.compile(r"\[(?:[^\[\]]|'\['|'\]')*\]")


def tokens(sparql: str) -> Iterator[tuple[str, str]]:
    """The kind and text of every token; together they are the whole text."""
    for match in TOKEN.finditer(sparql):
        yield str(match.lastgroup), match.group()


def words(sparql: str) -> list[str]:
    """The keywords and other bare words, in capitals."""
    return [text.upper() for kind, text in tokens(sparql) if kind == "word"]


def _plain(sparql: str) -> str:
    r"""The query as engines read it that take ``\u0053ERVICE`` for SERVICE, as SPARQL allows."""
    return ESCAPE.sub(lambda found: chr(min(int(found[1] or found[2], 16), sys.maxunicode)), sparql)


def check_query(sparql: str) -> None:
    """Refuse updates and SERVICE.

    Raises:
        QueryError: the query would change the store or ask another server.
    """
    if "SERVICE" in {*words(sparql), *words(_plain(sparql))}:
        raise QueryError("SERVICE is refused: queries ask this store only, never another server")
    first = next((word for word in words(sparql) if word in UPDATES | QUERIES), None)
    if first in UPDATES:
        raise QueryError(f"{first} changes the store, which queries may not: add --update if you mean it")


def check_update(sparql: str) -> None:
    """Refuse what reads from another server.

    Raises:
        QueryError: there is a LOAD or a SERVICE.
    """
    for word in [*words(sparql), *words(_plain(sparql))]:
        if word in {"LOAD", "SERVICE"}:
            raise QueryError(f"{word} is refused: updates use this store only; `kg import` reads files")


def bind(sparql: str, bindings: Mapping[str, object]) -> str:
    """Put terms in place of variables, token by token, so that no value is ever read as SPARQL.

    A bound variable that is selected is selected as a constant; one that is grouped or ordered by counts as one.

    Raises:
        QueryError: a value is no RDF term, or the query lacks the variable.
    """
    terms = {name: _term(name, value) for name, value in bindings.items()}
    parts: list[str] = []
    clause, depth, before = "", 0, ""
    for kind, text in tokens(sparql):
        word = text.upper() if kind == "word" else text
        if word in {"SELECT", "GROUP", "ORDER"}:
            clause = word
        elif word in {"{", "}", "WHERE", "FROM", "LIMIT", "OFFSET", "HAVING", "VALUES"}:
            clause = ""
        depth += {"(": 1, ")": -1}.get(text, 0) if kind == "other" else 0
        if kind == "variable" and text[1:] in terms and before != "AS":
            term = terms[text[1:]]
            plain = not clause or (depth and clause == "SELECT")
            text = term if plain else f"({term} AS {text})" if clause == "SELECT" else f"({term})"
        parts.append(text)
        before = before if kind in {"space", "comment"} else word
    missing = terms.keys() - {text[1:] for kind, text in tokens(sparql) if kind == "variable"}
    if missing:
        raise QueryError(f"the query has no variable ?{min(missing)}: leave the parameter out, or use it in the query")
    return "".join(parts)


def _term(name: str, value: object) -> str:
    try:
        return str(from_rdflib(value))
    except ValueError as error:
        raise QueryError(f"parameter {name}: {error}") from error


def explain_error(sparql: str, error: str, *, before: int = 0) -> str:
    """Tell where a query is wrong: line, column, the line with a caret, and what was expected there.

    Args:
        sparql: the query as the user wrote it.
        error: what the engine says.
        before: how many characters stood before the query on its first line when the engine read it.
    """
    found = PLACE.search(error)
    if not found:
        return UNGROUPED if any(sign in error for sign in NOT_GROUPED) else error
    line, column = int(found[1]), int(found[2])
    column = max(1, column - before) if line == 1 else column
    lines = sparql.splitlines() or [""]
    text = lines[min(line, len(lines)) - 1].replace("\t", " ")
    expected = CHARACTERS.sub("", found[3].removeprefix("expected ").removeprefix("one of "))
    wanted = [item for item in (item.strip() for item in expected.split(", ")) if re.search(r"\w|[^\w\s,\"']", item)]
    if any(sign in found[3] for sign in UNDECLARED):
        reason = "the prefix is not declared"
    elif any(sign in found[3] for sign in NOT_GROUPED):
        reason = UNGROUPED
    elif 1 < len(wanted) <= FEW:
        reason = "expected " + " or ".join(dict.fromkeys(wanted))
    else:
        reason = "this is not understood"
    return f"line {line}, column {column}: {reason}\n  {text}\n  {' ' * (column - 1)}^"
