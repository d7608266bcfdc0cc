"""Find the one briefing that a person means by its id, or by the beginning of it."""

from collections.abc import Callable, Sequence

from vectorstore.errors import NotFoundError


def only_id(id_or_prefix: str, starting: Callable[[str], Sequence[str]]) -> str:
    """Return the id that starts with `id_or_prefix`; NotFoundError when none or several do.

    `starting` looks up the ids that start so.
    """
    wanted = id_or_prefix.strip()
    if not wanted:
        raise NotFoundError("No id was given. `briefings list` shows the ids on file.")
    found = starting(wanted)
    if wanted in found:
        return wanted
    if not found:
        raise NotFoundError(
            f"No briefing with the id {wanted} is on file: it was removed, or the id is mistyped. "
            "The list of briefings shows what is."
        )
    if len(found) > 1:
        some = ", ".join(sorted(found)[:3])
        raise NotFoundError(f"{len(found)} ids start with {wanted} ({some} ...). Give more of the id.")
    return str(found[0])
