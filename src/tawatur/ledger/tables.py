"""The ledger's tables, described once for every database that SQLAlchemy knows.

What a query filters by is a column; the whole claim stands beside it as JSON, so that what was read comes back to
the letter. A new column or table comes with a migration (`migrations/versions`), which a test compares with this.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    quoted_name,
    text,
    true,
)

#: Constraints are named, because a later migration can only change what has a name.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: True of a claim whose period does not end in the month in which it begins: most do.
CROSSES = "substr(period_from, 1, 7) <> substr(period_to, 1, 7)"

#: `number` counts documents in the order in which they were read; `content` is a hash of the text and the sections;
#: `cluster` is the number of a document with which copies and statements make it one, none before it is collated;
#: `superseded` that of the newer version of its page, none where it is the newest (`tawatur.ledger.versions`).
documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("content", String(32), nullable=False),
    Column("publisher", Text, index=True),
    Column("date", String(10), index=True),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("furniture", Text, nullable=False),
    Column("metadata", Text, nullable=False),
    Column("origin", Text),
    Column("encoding", Text),
    Column("repairs", Text, nullable=False),
    Column("cluster", Integer, index=True),
    Column("superseded", Integer, index=True),
)

sections = Table(
    "sections",
    metadata,
    Column("document", ForeignKey("documents.number"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("publisher", Text, index=True),
    Column("publisher_from", Text),
    Column("date", String(10), index=True),
    Column("date_from", Text),
    Column("title", Text),
    Column("language", Text, nullable=False),
    Column("parts", Text, nullable=False),
)

#: Which records of which inputs have been read, and the document that each gave: two inputs may give the same one.
records = Table(
    "records",
    metadata,
    Column("fingerprint", String(32), primary_key=True),
    Column("document", ForeignKey("documents.number"), nullable=False, index=True),
)

#: `low` and `high` are numbers; where a value is a date, `low_date` and `high_date` hold it as far as it is stated.
#: `extracted` is true of what the program reads in the text, `reviewed` of what holds after review: a corrected claim
#: is two rows, a rejected one is extracted only, one that a reviewer added is reviewed only. What would hold in a
#: document that a newer version of its page supersedes is `superseded` and not `reviewed`. `same_as` is the claim's as
#: it holds after review, `repeats` as it was read. `publisher` and `date` are the report's. `period_from` and
#: `period_to` are the period's ends, an open one before or after all others; null where there is no period. `as_of` is
#: the day by which claims are put in order of time: the period's first, else its last, else the report's date, else
#: empty. `priority` is how soon the claim is to be reviewed, none where it doesn't wait (`tawatur.ledger.waiting`).
claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("section", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("low", Double),
    Column("high", Double),
    Column("low_date", String(10)),
    Column("high_date", String(10)),
    Column("bound", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("change", Boolean, nullable=False),
    Column("name", Text),
    Column("when_start", String(10)),
    Column("when_end", String(10)),
    Column("modality", Text, nullable=False),
    Column("optional", Boolean, nullable=False),
    Column("same_as", Text),
    Column("repeats", Text),
    Column("confidence", Double),
    Column("extractor", Text),
    Column("claim", Text, nullable=False),
    Column("publisher", Text),
    Column("date", String(10)),
    Column("period_from", String(10)),
    Column("period_to", String(10)),
    Column("as_of", String(10), nullable=False, server_default=""),
    Column("extracted", Boolean, nullable=False, server_default=true()),
    Column("reviewed", Boolean, nullable=False, server_default=true()),
    Column("superseded", Boolean, nullable=False, server_default=false()),
    Column("priority", Double),
    Index(None, "priority", "number"),
    Index(
        "ix_claims_left_out", "measure", sqlite_where=text("reviewed IS 0"), postgresql_where=text("reviewed IS false")
    ),
    Index(None, "document", "section", "start"),
    Index(None, "measure", "number"),
    Index(
        "ix_claims_in_time",
        "measure",
        "modality",
        "as_of",
        "number",
        sqlite_where=text("reviewed IS 1"),
        postgresql_where=text("reviewed IS true"),
    ),
    Index(None, "as_of", "number"),
    Index(None, "low", "number"),
    Index(None, "high", "number"),
    Index(None, "low_date"),
    Index(None, "high_date"),
    Index(None, "unit", "number"),
    Index(None, "modality", "number"),
    Index(None, "publisher", "number"),
    Index(None, "date", "number"),
    Index(None, "confidence", "number"),
    Index(None, "name"),
    Index(None, "period_from", "period_to", "number"),
    Index(
        "ix_claims_crossing",
        "period_to",
        "period_from",
        "number",
        sqlite_where=text(CROSSES),
        postgresql_where=text(CROSSES),
    ),
)

#: The parties of a claim: `role` is `of` or `by`; two parties under one number (`a+b`) are two rows.
parties = Table(
    "parties",
    metadata,
    Column("claim", ForeignKey("claims.number"), primary_key=True),
    Column("role", String(2), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", Text, nullable=False),
    Index(None, "actor", "role", "claim"),
)

#: The hops of a claim's chain of attribution, the origin at position 0; co-sources of one hop share its position.
sources = Table(
    "sources",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("claim", ForeignKey("claims.number"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    UniqueConstraint("claim", "position", "actor"),
    Index(None, "actor", "claim", "position"),
)

#: A claim's places: as the claim names them, and the pack's place where there is one (degrees, WGS 84).
places = Table(
    "places",
    metadata,
    Column("claim", ForeignKey("claims.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("country", String(2), nullable=False),
    Column("place", Text),
    Column("latitude", Double),
    Column("longitude", Double),
    Index(None, "name", "claim"),
    Index(None, "country", "claim"),
    Index(None, "place", "claim"),
)

#: How many claims of a measure have a value of a facet, as they stand after review (`tawatur.ledger.tallies`).
tallies = Table(
    "tallies",
    metadata,
    Column("facet", String(9), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("measure", Text, primary_key=True),
    Column("claims", Integer, nullable=False),
    sqlite_with_rowid=False,
)

#: Where documents meet (`tawatur.collate.meetings`): under one key, in a week where the key is a week's. `rank` is the
#: document's, or the number of a text where the key is one of its shingles.
meetings = Table(
    "meetings",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("week", Integer, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.number"), nullable=False),
    sqlite_with_rowid=False,
)

#: What is widespread in the ledger: `kind` is `pivots`, `common` or `losses` (`tawatur.collate.copies.prevalence`).
prevalence = Table(
    "prevalence",
    metadata,
    Column("kind", String(6), primary_key=True),
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("week", Integer, primary_key=True, autoincrement=False),
    Column("value", BigInteger, nullable=False),
)

#: The findings as they stand; `bucket` is the key of the meeting that a finding comes from, none where it comes from
#: the documents that it tells of alone.
findings = Table(
    "findings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("weight", Double, nullable=False),
    Column("bucket", BigInteger, index=True),
    Column("finding", Text, nullable=False),
    Column("origin", Text, index=True),
    Index(None, "weight", "id"),
    Index(None, "kind", "weight", "id"),
)

finding_documents = Table(
    "finding_documents",
    metadata,
    Column("finding", ForeignKey("findings.number"), primary_key=True),
    Column("document", ForeignKey("documents.number"), primary_key=True, index=True),
)

#: The claims that a finding is about.
finding_claims = Table(
    "finding_claims",
    metadata,
    Column("finding", ForeignKey("findings.number"), primary_key=True),
    Column("claim", ForeignKey("claims.number"), primary_key=True, index=True),
)

#: The stretches of reports whose words are in the index `passage_words`, under their numbers.
passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", ForeignKey("documents.number"), nullable=False, index=True),
    Column("section", Integer, nullable=False),
)

#: The claims that were given other words since they were indexed, with the words that the index has.
reworded = Table(
    "reworded",
    metadata,
    Column("claim", ForeignKey("claims.number"), primary_key=True),
    Column("quote", Text, nullable=False),
)

#: How far the indexes of words reach: `claim_words` to which claim, `passage_words` to which document; and by which
#: forms of words they were made.
indexing = Table(
    "indexing",
    metadata,
    Column("name", String(13), primary_key=True),
    Column("version", Text, nullable=False),
    Column("covered", Integer, nullable=False),
)

#: One row: what the findings were made with, so that another program or other packs make them anew.
collation = Table(
    quoted_name("collation", quote=True),  # a word of PostgreSQL's
    metadata,
    Column("signature", String(32), primary_key=True),
)

#: The decisions of reviewers, in the order in which they were made; rows are added and never changed. `decision` holds
#: the whole. `document` is that of a claim. `key` is of the client's making, to tell a second try from a second
#: decision.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("kind", String(8), nullable=False),
    Column("subject", String(9), nullable=False),
    Column("target", Text, nullable=False),
    Column("document", ForeignKey("documents.number"), index=True),
    Column("reviewer", Text, nullable=False, index=True),
    Column("at", String(32), nullable=False),
    Column("key", Text),
    Column("decision", Text, nullable=False),
    UniqueConstraint("reviewer", "key"),
    Index(None, "subject", "target"),
)

#: Where each claim that somebody judged stands, made of the decisions and of what the program reads in its document:
#: `claim` is the claim as it is read now, none where it is not read any more; `outcome` the claim that holds, none
#: where it is rejected.
reviews = Table(
    "reviews",
    metadata,
    Column("target", Text, primary_key=True),
    Column("document", ForeignKey("documents.number"), nullable=False, index=True),
    Column("claim", ForeignKey("claims.number"), index=True),
    Column("outcome", ForeignKey("claims.number"), index=True),
    Column("verdict", String(9), nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("reviewers", Integer, nullable=False),
)

#: The findings that reviewers have marked, as they were then, and which finding stands in their place now.
marked = Table(
    "marked",
    metadata,
    Column("target", Text, primary_key=True),
    Column("finding", Text, nullable=False),
    Column("current", Text, nullable=False, index=True),
)

#: Failures to sign in of the last quarter of an hour, by account and by address (`tawatur.ledger.accounts`).
failures = Table(
    "failures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(80), nullable=False),
    Column("at", String(20), nullable=False, index=True),
    Index(None, "key", "at"),
)

#: Who may sign in. `password` is a hash by argon2, `subject` the identity that an OpenID provider gave; one that was
#: removed keeps its row, since decisions bear its name. Times are ISO 8601 in UTC, to the second.
users = Table(
    "users",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", String(8), nullable=False),
    Column("password", Text),
    Column("subject", Text, unique=True),
    Column("created", String(20), nullable=False),
    Column("removed", String(20)),
)

#: Browsers that are signed in; of the cookie's secret only the hash is kept.
sessions = Table(
    "sessions",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("user", ForeignKey("users.number"), nullable=False, index=True),
    Column("created", String(20), nullable=False),
    Column("expires", String(20), nullable=False, index=True),
)

#: Secrets by which programs sign in; only their hashes are kept. `role` is the most that one may do.
tokens = Table(
    "tokens",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("user", ForeignKey("users.number"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("role", String(8), nullable=False),
    Column("created", String(20), nullable=False),
    Column("expires", String(20), nullable=False),
    Column("revoked", String(20)),
)

#: What was done to accounts, and who signed in or failed to: appended to, never changed.
audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String(20), nullable=False, index=True),
    Column("who", Text),
    Column("action", Text, nullable=False),
    Column("subject", Text),
    Column("address", Text),
)

#: The bytes of what was fetched, compressed, the same bytes once; `size` is what they are unpacked.
bodies = Table(
    "bodies",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

#: What servers answered: appended to, never changed. No `hash` where there was nothing to keep, as of a page gone.
captures = Table(
    "captures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("url", Text, nullable=False, index=True),
    Column("answered", Text, nullable=False),
    Column("instant", String(20), nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", Text, nullable=False),
    Column("hash", ForeignKey("bodies.hash"), index=True),
)

#: What feeds announced, by feed and address: a mark of what they said of it, when it was first met, last read, gone.
watched = Table(
    "watched",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("feed", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("mark", String(32), nullable=False),
    Column("first", String(20), nullable=False),
    Column("last", String(20), nullable=False),
    Column("gone", String(20)),
    UniqueConstraint("feed", "url"),
)
