"""Hold a shown sentence against the quotes of its citations, as they are given with the answer."""

from assistant.answer import Answer, AnswerSentence
from assistant.checking.citations import is_cut_from, is_word_for_word
from assistant.checking.prose import Offered, objections_to
from assistant.support import Objection


def objections_against(sentence: AnswerSentence, answer: Answer) -> list[Objection]:
    """Return what speaks, by the rules alone, against a sentence being held by its citations."""
    cited = [citation for citation in answer.citations if citation.number in sentence.citations]
    if not cited:
        return [Objection("it cites nothing", firm=True)]
    if is_word_for_word(sentence.text, [citation.quote for citation in cited]):
        return []
    if answer.engine == "extractive" and is_cut_from(sentence.text, " ".join(c.quote for c in cited)):
        return []  # a model could leave out what denies
    quotes: dict[str, list[str]] = {}
    for citation in cited:
        quotes.setdefault(citation.briefing_id, []).append(citation.quote)
    about = {citation.briefing_id: citation for citation in cited}
    offered = [Offered(" ".join(words), about[id].published, about[id].title) for id, words in quotes.items()]
    return objections_to(sentence.text, offered)
