"""Mark the block of a page that holds most of its paragraphs, where the page marks none.

Of a page without an `article`, a `main` or a block of a name that it knows trafilatura takes paragraphs and
tables alone: what a notice lists would be lost without a word.
"""

from typing import Any

from ingest.text.letters import letters

SHARE = 0.5  # of the letters of all paragraphs, those right within the block


def mark_main_block(tree: Any) -> None:
    """Make a `main` of the block with most paragraphs of a page; in place of `body`, of all that is in it."""
    if next(tree.iter("article", "main"), None) is not None:
        return
    held: dict[Any, int] = {}
    for paragraph in tree.iter("p"):
        if not paragraph.xpath(_ASIDE) and (within := paragraph.getparent()) is not None:
            held[within] = held.get(within, 0) + len(letters(paragraph.text_content()))
    block = max(held, key=lambda each: held[each], default=None)
    if block is None or held[block] < SHARE * sum(held.values()):
        return
    if block.tag == "body":
        main = block.makeelement("main")
        main.text, block.text = block.text, None
        main.extend(list(block))
        block.append(main)
    elif block.tag in ("div", "section"):
        block.tag = "main"


_ASIDE = "ancestor::nav | ancestor::aside | ancestor::footer | ancestor::form | ancestor::table"
