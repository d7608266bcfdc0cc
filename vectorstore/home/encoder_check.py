"""One encoder a home: vectors of another mean nothing beside those on file."""

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import EncoderIdentity
from vectorstore.errors import IndexMismatchError
from vectorstore.settings import HomeSettings


def check_encoder(catalogue: Catalogue, identity: EncoderIdentity, settings: HomeSettings) -> None:
    """Record the encoder of a new home; refuse another one for a home that has vectors."""
    ours = {
        "encoder_name": identity.name,
        "encoder_dimension": str(identity.dimension),
        "encoder_digest": identity.digest,
    }
    recorded = {key: catalogue.meta(key) for key in ours}
    if recorded["encoder_digest"] is None:
        catalogue.set_meta(ours)
    elif recorded["encoder_digest"] != identity.digest or recorded["encoder_dimension"] != str(
        identity.dimension
    ):
        raise IndexMismatchError(
            f"The home {settings.home} was built with the encoder {recorded['encoder_name']} "
            f"({recorded['encoder_dimension']} dimensions, weights {str(recorded['encoder_digest'])[:12]}), "
            f"but {identity.name} ({identity.dimension} dimensions, weights {identity.digest[:12]}) is set. "
            f"Set BRIEFINGS_ENCODER={recorded['encoder_name']}, or BRIEFINGS_HOME to another folder and "
            f"ingest again there, or change this home over: briefings reindex --encoder {identity.name}",
            recorded["encoder_name"],
        )
