"""Embed the passages on file that have no vector: those of a home older than schema version 3."""

import logging

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import Encoder
from vectorstore.tables import vector_rows
from vectorstore.tables.slices import parts

logger = logging.getLogger(__name__)


def complete_vectors(catalogue: Catalogue, encoder: Encoder) -> int:
    """Write the vectors that are lacking, a part in each step; return how many there were."""
    lacking = catalogue.lacking_vectors()
    if lacking:
        logger.warning("Embedding %s passages, once", len(lacking))
    for part in parts(lacking):
        texts = catalogue.indexed(part)
        vectors = vector_rows.packed(encoder.encode(list(texts.values())))
        catalogue.add_vectors(dict(zip(texts, vectors, strict=True)))
    return len(lacking)
