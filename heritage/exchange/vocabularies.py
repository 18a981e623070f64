"""Controlled words, schemes and bodies: CSV files of the project, brought into the database."""

from collections import Counter

from heritage.exchange.rows import bring_up, edited_keys, read_rows
from heritage.models import Division, Organisation, Scheme, Term
from heritage.models.vocabularies import Vocabulary

YES = "yes"


def load_terms(done: Counter[str]) -> None:
    """Load `terms/<vocabulary>.csv`; in a file a broader term stands before its narrower ones."""
    known = {(term.vocabulary, term.edition, term.code): term for term in Term.objects.all()}
    edited = edited_keys(Term)
    for vocabulary in Vocabulary.values:
        for order, row in enumerate(read_rows(f"terms/{vocabulary}.csv")):
            key = (vocabulary, row["edition"], row["code"])
            term = known.get(key)
            if term is not None and str(term.pk) in edited:
                continue
            parent = known[vocabulary, row["edition"], row["parent"]] if row["parent"] else None
            is_new = term is None
            term = term or Term(vocabulary=vocabulary, edition=row["edition"], code=row["code"])
            values = {
                "label_zh": row["label_zh"],
                "label_en": row["label_en"],
                "parent_id": parent.pk if parent else None,
                "aat_id": row["aat_id"],
                "sort_order": order,
                "is_verified": row["is_verified"] == YES,
            }
            if bring_up(term, values):
                done["terms made" if is_new else "terms altered"] += 1
            known[key] = term


def load_schemes(done: Counter[str]) -> None:
    """Load `schemes.csv`: the lists one can be on, each with the weight it has."""
    known = {scheme.key: scheme for scheme in Scheme.objects.all()}
    edited = edited_keys(Scheme)
    for order, row in enumerate(read_rows("schemes.csv")):
        scheme = known.get(row["key"])
        if scheme is not None and str(scheme.pk) in edited:
            continue
        values = {field: row[field] for field in ("label_zh", "label_en", "standing")}
        if bring_up(scheme or Scheme(key=row["key"]), {**values, "sort_order": order}):
            done["schemes altered" if scheme else "schemes made"] += 1


def load_organisations(done: Counter[str]) -> None:
    """Load `organisations.csv`: bodies under the names of their time, with what they are called now."""
    known = {body.name_zh: body for body in Organisation.objects.all()}
    edited = edited_keys(Organisation)
    collections = dict(Division.objects.current().values_list("code", "collection_id"))
    rows = read_rows("organisations.csv")
    # A successor must be there before the body that names it.
    for row in sorted(rows, key=lambda row: bool(row["successor"])):
        body = known.get(row["name_zh"])
        if body is not None and str(body.pk) in edited:
            continue
        values = {
            "name_en": row["name_en"],
            "kind": row["kind"],
            "collection_id": collections[row["division"]],
            "successor_id": known[row["successor"]].pk if row["successor"] else None,
            "is_verified": row["is_verified"] == YES,
        }
        made = body or Organisation(name_zh=row["name_zh"])
        if bring_up(made, values):
            done["organisations altered" if body else "organisations made"] += 1
        known[row["name_zh"]] = made
