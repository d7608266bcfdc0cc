"""What the page makes of an answer, as HTML, without a browser."""

import re
from datetime import date
from html.parser import HTMLParser

from assistant.answer import Answer, AnswerSentence, Citation, Declined, Notice
from assistant.web.ask.excerpt import CONTEXT, excerpts
from assistant.web.ask.render import answer_html, draft_html, error_html, question_html

TEXT = (
    "# Japan\n\n"
    "The fifth round took place on June 6. A final agreement has not been reached. Talks go on.\n\n"
    "- Cars stay at 25 percent."
)
HOSTILE = '<script>boom()</script> <img src="http://evil.example/x.png"> ![x](http://evil.example/y.png)'


def citation(number: int, quote: str, text: str = TEXT, **fields: object) -> Citation:
    start = text.index(quote)
    known = {
        "number": number,
        "briefing_id": "a1",
        "source": "asia.md",
        "title": "Asia, week 23",
        "publisher": "Example Wire",
        "published": date(2025, 6, 8),
        "url": None,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
    }
    return Citation(**{**known, **fields})  # type: ignore[arg-type]


def answered(*citations: Citation, **fields: object) -> Answer:
    said = tuple(AnswerSentence(c.quote, (c.number,)) for c in citations)
    known = {"question": "Q?", "standalone": "Q?", "answer": "", "sentences": said, "citations": citations}
    return Answer(**{**known, **fields})  # type: ignore[arg-type]


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&nbsp;", " ").split())


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags_of(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.found


def test_a_marker_leads_to_the_quote_of_the_same_answer() -> None:
    answer = answered(citation(1, "The fifth round took place on June 6."))
    html = answer_html(answer, {"a1": TEXT}, "abc")
    assert 'href="#source/a1/0/9/46/tip-abc-1"' in html
    assert (
        '<div class="tip" id="tip-abc-1"><p class="quoted">“The fifth round took place on June 6.”</p>'
        in html
    )


def test_the_quote_is_highlighted_in_its_paragraph() -> None:
    html = answer_html(answered(citation(1, "A final agreement has not been reached.")), {"a1": TEXT}, "x")
    before, rest = html.split("<blockquote>")[1].split("<mark", 1)
    assert before == "The fifth round took place on June 6. "
    assert rest.split("</mark>")[1].startswith(" Talks go on.</blockquote>")


def test_two_quotes_of_one_paragraph_share_it() -> None:
    first, second = citation(1, "Talks go on."), citation(2, "The fifth round took place on June 6.")
    shown = excerpts(TEXT, [first, second])
    assert len(shown) == 1
    assert [mark.number for mark in shown[0].marks] == [2, 1]


def test_overlapping_quotes_repeat_no_words() -> None:
    shown = excerpts(
        TEXT, [citation(1, "The fifth round took place"), citation(2, "round took place on June 6.")]
    )
    pieces = [shown[0].text[mark.start : mark.end] for mark in shown[0].marks]
    assert pieces == ["The fifth round took place", " on June 6."]


def test_a_list_item_is_shown_without_its_dash() -> None:
    assert excerpts(TEXT, [citation(1, "Cars stay at 25 percent.")])[0].text == "Cars stay at 25 percent."


def test_a_very_long_paragraph_is_cut_around_the_quote() -> None:
    text = "word " * 20_000 + "Here it is. " + "word " * 20_000
    shown = excerpts(text, [citation(1, "Here it is.", text)])[0]
    assert shown.cut_before
    assert shown.cut_after
    assert len(shown.text) < 2 * CONTEXT + 50
    mark = shown.marks[0]
    assert shown.text[mark.start : mark.end] == "Here it is."


def test_a_quote_of_a_replaced_briefing_is_shown_alone() -> None:
    cited = citation(1, "The fifth round took place on June 6.")
    for text in (None, "Something else entirely."):
        assert [excerpt.text for excerpt in excerpts(text, [cited])] == [cited.quote]


def test_a_source_with_pages_says_on_which_ones_the_quotes_are() -> None:
    first, second = TEXT.split(". ")[:2]
    answer = answered(citation(1, first, page=2), citation(2, second, page=5))
    html = answer_html(answer, {"a1": TEXT}, "x")
    assert "Example Wire · 8 June 2025 · pages 2, 5" in words_of(html)
    assert "page" not in words_of(answer_html(answered(citation(1, first)), {"a1": TEXT}, "x"))


def test_each_day_is_a_paragraph_and_older_statements_stand_apart() -> None:
    answer = answered(
        citation(1, "Talks go on."),
        sentences=(
            AnswerSentence("As of 8 June 2025:", role="frame"),
            AnswerSentence("Talks go on.", (1,)),
            AnswerSentence("Earlier, 1 May 2025:", role="frame"),
            AnswerSentence("Talks began.", (1,), "older"),
            AnswerSentence("Earlier, 1 April 2025:", role="frame"),
            AnswerSentence("Talks were agreed.", (1,), "older"),
        ),
    )
    paragraphs = draft_html(answer).split("</p>")
    assert [words_of(paragraph) for paragraph in paragraphs[:3]] == [
        "As of 8 June 2025: Talks go on. [1]",
        "Earlier, 1 May 2025: Talks began. [1]",
        "Earlier, 1 April 2025: Talks were agreed. [1]",
    ]
    assert ['class="older"' in paragraph for paragraph in paragraphs[:3]] == [False, True, True]


def test_an_older_statement_without_a_day_of_its_own_is_said_to_be_older() -> None:
    answer = answered(
        citation(1, "Talks go on."),
        sentences=(AnswerSentence("Talks go on.", (1,)), AnswerSentence("Talks began.", (1,), "older")),
    )
    assert words_of(draft_html(answer).split("</p>")[1]) == "Older Talks began. [1]"


def test_each_day_to_come_is_a_paragraph() -> None:
    answer = answered(
        citation(1, "Talks go on."),
        sentences=(
            AnswerSentence("Ahead, 8 June 2025:", role="frame"),
            AnswerSentence("The duty ends.", (1,)),
            AnswerSentence("The quota ends.", (1,)),
            AnswerSentence("Ahead, 9 June 2025:", role="frame"),
            AnswerSentence("Talks begin.", (1,)),
        ),
    )
    first, second = draft_html(answer).split("</p>")[:2]
    assert words_of(first) == "Ahead, 8 June 2025: The duty ends. [1] The quota ends. [1]"
    assert words_of(second) == "Ahead, 9 June 2025: Talks begin. [1]"


def test_an_undated_source_says_so() -> None:
    html = answer_html(answered(citation(1, "Talks go on.", published=None)), {"a1": TEXT}, "x")
    assert "undated" in words_of(html.split("<summary>")[1].split("</summary>")[0])


def test_an_abstention_shows_the_nearest_briefing_with_its_date() -> None:
    declined = Declined(nearest=(citation(1, "Talks go on."),))
    answer = Answer("Q?", "Q?", "The briefings do not say.", abstention="no-detail", declined=declined)
    words = words_of(answer_html(answer, {"a1": TEXT}, "x"))
    assert "Nearest briefing Asia, week 23 Example Wire · 8 June 2025" in words


def test_an_abstention_tells_what_was_searched_for_and_what_of_it_was_not_found() -> None:
    declined = Declined(("Japan", "cars", "2019"), ("cars", "2019"))
    html = answer_html(Answer("Q?", "Q?", "No.", abstention="no-subject", declined=declined), {}, "x")
    chips = [words_of(chip) for chip in re.findall(r"<li>(.*?)</li>", html)]
    assert chips == ["Japan", "cars not found", "2019 not found"]
    assert "Nearest" not in html


def test_the_nearest_briefings_are_cards_without_numbers_and_the_first_is_open() -> None:
    near = tuple(citation(n, "Talks go on.", briefing_id=f"b{n}") for n in (1, 2, 3))
    answer = Answer("Q?", "Q?", "No.", abstention="no-detail", declined=Declined(nearest=near))
    html = answer_html(answer, {f"b{n}": TEXT for n in (1, 2, 3)}, "x")
    assert [a.get("open", "folded") for tag, a in tags_of(html) if tag == "details"] == [
        None,
        "folded",
        "folded",
    ]
    assert 'class="number"' not in html
    assert not [a for tag, a in tags_of(html) if tag == "mark" and "id" in a]  # ids would not be unique


def test_warnings_the_as_of_date_and_a_follow_up_are_spelt_out() -> None:
    answer = answered(
        citation(1, "Talks go on."),
        question="And cars?",
        standalone="What about cars in the Japan-US talks?",
        as_of=date(2025, 6, 10),
        warnings=(Notice("undated", "“Note” has no date."),),
    )
    words = words_of(answer_html(answer, {"a1": TEXT}, "x"))
    assert "“Note” has no date." in words
    assert "Nothing published after 10 June 2025 was used." in words
    assert words.startswith("Understood as: What about cars in the Japan-US talks? Talks go on.")


def test_a_follow_up_is_told_what_it_goes_on_from_before_the_answer_and_while_that_grows() -> None:
    answer = answered(
        citation(1, "Talks go on."),
        question="what about cars",
        standalone="what about cars (who said that (how long? (status of Korea-US talks)))",
    )
    for html in (answer_html(answer, {"a1": TEXT}, "x"), draft_html(answer)):
        assert words_of(html).startswith("Going on from: status of Korea-US talks Talks go on.")


def opened(*cited: Citation, text: str = TEXT, **fields: object) -> list[bool]:
    texts = {c.briefing_id: text for c in cited}
    html = answer_html(answered(*cited, **fields), texts, "x")
    return ["open" in attributes for tag, attributes in tags_of(html) if tag == "details"]


def test_many_sources_start_folded_and_few_open() -> None:
    def some(count: int) -> list[Citation]:
        return [citation(n, "Talks go on.", briefing_id=f"b{n}") for n in range(1, count + 1)]

    assert opened(*some(3)) == [True] * 3
    assert opened(*some(4)) == [False] * 4


def test_a_source_that_only_repeats_the_sentence_starts_folded() -> None:
    cars = citation(1, "Cars stay at 25 percent.")
    assert opened(cars) == [False]
    assert opened(cars, sentences=(AnswerSentence("Cars pay a duty.", (1,)),)) == [True]


def test_what_is_superseded_is_explained_once() -> None:
    cited = citation(1, "Talks go on.", superseded="they ended")
    warnings = (Notice("superseded", "[1] is superseded: they ended."),)
    html = answer_html(answered(cited, warnings=warnings), {"a1": TEXT}, "x")
    seen = re.sub(r'<pre .*?</pre>|<div class="tip".*', "", html, flags=re.DOTALL)
    assert words_of(seen).count("they ended") == 1


def test_copying_and_thumbs_stand_before_the_sources() -> None:
    html = answer_html(answered(citation(1, "Talks go on.")), {"a1": TEXT}, "x", "<i>thumbs</i>")
    assert html.index('class="copying"') < html.index("<i>thumbs</i>") < html.index('class="sources"')


def test_only_web_addresses_become_links() -> None:
    def links(url: str) -> list[dict[str, str | None]]:
        html = answer_html(answered(citation(1, "Talks go on.", url=url)), {"a1": TEXT}, "x")
        assert url.replace("&", "&amp;") in html or "<" in url
        return [attributes for tag, attributes in tags_of(html) if tag == "a" and attributes.get("rel")]

    (link,) = links("https://example.org/a?b=1&c=2")
    assert link["href"] == "https://example.org/a?b=1&c=2"
    assert link["rel"] == "noopener noreferrer"
    assert link["title"] == link["href"]
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http:nohost",
        "//x.example/",
        "http://[",
    ):
        assert links(url) == []


def test_nothing_untrusted_becomes_markup() -> None:
    text = f"Before. {HOSTILE} After."
    cited = citation(
        1, HOSTILE, text, title=HOSTILE, publisher=HOSTILE, source=HOSTILE, url=f'javascript:"{HOSTILE}'
    )
    answer = answered(cited, standalone=HOSTILE, warnings=(Notice("undated", HOSTILE),), answer=HOSTILE)
    declined = Declined((HOSTILE,), (HOSTILE,), (cited,))
    shown = [
        answer_html(answer, {"a1": text}, "x"),
        answer_html(
            Answer(HOSTILE, HOSTILE, HOSTILE, abstention="no-subject", declined=declined), {"a1": text}, "x"
        ),
        question_html(HOSTILE),
        error_html(HOSTILE),
    ]
    for html in shown:
        tags = tags_of(html)
        assert not {tag for tag, _ in tags} & {"script", "img"}
        assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
        assert "&lt;script&gt;boom()&lt;/script&gt;" in html
