"""How something turned out that a question asks for, and what in a sentence tells it."""

import re

from assistant.asking.needs.need import Need
from assistant.reading.patterns import any_of
from vectorstore.patterns import pattern

_MEETING = r"(?:talks|meetings?|summit|round|visit|trip|hearings?|session|conference)"
_CHARGED = r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|quotas?)\b"
# Who rules: of "rules and regulations" nobody has ruled.
_BODY = (
    r"\b(?:courts?|scotus|panels?|tribunals?|judges?|justices?|arbitrat\w+|wto|gatt|council|commission|itc"
    r"|appeals?)\b"
)
_RULED = (
    r"\b(?:ruled|rules (?:that|on|in|for|against)|found|held|upholds?|upheld|struck|strikes|decid(?:ed|es)"
    r"|overturn\w*|dismiss\w*|sided)\b"
)
# What a side decides, before anybody rules: "the decision to go to GATT".
_TO_A_BODY = r"to (?:go|take|bring|refer|appeal|complain|file|turn|ask|seek|sue|challenge|request)\b"
# Not the "ruling council"; that a decision was taken does not say whose.
_RULING = (
    r"(?:\brulings?\b(?! (?:[\w-]+ )?(?:council|part(?:y|ies)|coalition|junta|body)\b)|\bverdicts?\b"
    rf"|\bjudge?ments?\b|['’]s (?:[\w-]+ )?decisions?\b(?! {_TO_A_BODY})"
    rf"|\bdecisions? (?!{_TO_A_BODY})(?:in|of|on|that|to|by|against)\b)"
)
_AWAITED = r"\b(?:expected|pending|due|await\w*|delay\w*|soon|hoped|if|whether)\b"
# "When is the ruling due": none need have come.
_STILL_TO_COME = (
    r"\b(?:when(?:['’]s| is| are| does)|will|due|expect\w*|held up|hold\w* up|delay\w*|await\w*|if|unless"
    r"|yet)\b"
)

OUTCOMES = [
    Need(
        "what was found or advised",
        pattern(
            r"\bwhat (?:[\w-]+ ){0,2}(?:did|has) (?:the |its |their )?(?:[\w'’.-]+ ){1,8}?"
            r"(?:find|found|conclude[d]?|recommend(?:ed)?|advise[d]?|determined?|reveal(?:ed)?)\b",
            re.I,
        ),
        any_of(
            """
            found finds concluded concludes recommended recommends advised advises determined determines
            revealed reveals showed shows said says stated states suggested suggests proposed proposes
            called_for calls_for should identified identifies noted warned according_to i_find i_determine
            i_conclude i_recommend we_find we_recommend
            """
        ),
    ),
    Need(
        "what was reported",
        pattern(
            r"\bwhat (?:did|has|have) (?:the |its |their )?(?:[\w'’.-]+ ){1,6}?report(?:ed)?"
            r"(?=\W*(?:$|\()| (?:on|about|for|in|to|as|at)\b)",
            re.I,
        ),
        pattern(  # not that there is a report
            r"\b(?:reported(?! to be)|reports that|found|finds|findings?|conclu\w+|recommend\w*|determin\w+"
            r"|showed|shows|posted|recorded|totall?ed|stood at|rose|fell|grew|said|says|stated|advised"
            r"|according to)\b",
            re.I,
        ),
    ),
    Need(
        "that a final decision was taken",
        any_of(
            """
            finally_set finally_fixed finally_agreed finally_decided finally_imposed finally_slap*
            finally_levied settle_on settled_on
            final_rate final_duty final_decision final_ruling final_verdict final_outcome final_declaration
            final_accord
            """
        ),
        any_of(
            """
            final* decid* decision* settled agreed set fixed ruled ruling* determin* imposed approved
            concluded
            """
        ),
        presumed=True,
    ),
    Need(
        "what happens otherwise",
        pattern(
            r"\b(?:consequences?|what happens|what would happen)\b[^?]*\b(?:if|unless)\b"
            r"|\bwhat happens to\b[^?]*\b(?:who|that|which|when)\b",
            re.I,
        ),
        any_of(
            """
            if unless fail* otherwise absent should_any should_it in_the_event terminat* revok* void*
            reinstat* reimpos* snap* penal* sanction* fine fines fined liab* forfeit* retaliat*
            prohibit* barred banned seiz* denied lose loses
            """
        ),
    ),
    Need(
        "when it began",
        pattern(r"^\W*(?:(?:and|so|ok|but) )*(?:since|from) when\W*(?:$|\()", re.I),
        any_of(
            """
            start* began begin* begun effect effective in_force into_force on_or_after from since as_of impos*
            introduc* launch* open* applie* charg* was were
            """
        ),
    ),
    Need(
        "whether there is one",
        pattern(
            rf"\bany (?:[\w-]+ ){{0,4}}{_CHARGED}(?: (?:yet|so far|at all|now)\b)?\W*$"
            rf"|{_CHARGED} (?:yet|so far)\W*$",
            re.I,
        ),
        pattern(  # an inquiry into whether there is to be one, or talks in its place, tell it too
            rf"^(?=.*(?:{_CHARGED}|\b(?:investigations?|probes?|negotiat\w+|action)\b))"
            r".*\b(?:impos\w*|levie[sd]|levying|charg\w+|appl(?:y|ies|ied)|subject to|exempt\w*|initiat\w*"
            r"|launch\w*|open(?:s|ed)|directs?|directed|recommend\w*|adjust\w*|propos\w*|pay(?:s|ing)?|paid"
            r"|suspend\w*|remov\w*|scrap\w*|lift\w*|duty-free|enter into negotiations)\b",
            re.I | re.S,
        ),
    ),
    Need(
        "whether it is concluded",
        pattern(
            r"\b(?:done deal|(?:is|are|was|were|it|they|yet|already|or|been) (?:it |they )?"
            r"(?:done|final(?:i[sz]ed)?|signed|sealed|inked|concluded|settled|resolved))\W*(?:yet\W*)?$"
            r"|(?:^|[-–,:;] ?)(?:settled|resolved|agreed|concluded|signed|sealed) yet\b"
            r"|\bstill (?:just |only )?(?:an? )?(?:framework|draft|outline)\b",
            re.I,
        ),
        any_of(
            """
            sign signs signed signing signature final* conclu* complet* seal* inked enter*_into_force
            ratif* framework* in_principle negotiat* agree* reached draft* outline* settle* settling
            resolved resolves resolution unresolved fail*
            """
        ),
    ),
    Need(
        "what came of it",
        pattern(
            r"\bwhat (?:came|comes|has come) (?:out )?of\b|\boutcome of\b"
            rf"|\bresults? of (?:the |this |that )?{_MEETING}"
            rf"|\bhow did\b[^?]*\b{_MEETING}\b[^?]*\b(?:go|end|turn out)\b",
            re.I,
        ),
        any_of(
            """
            agree* accord* conclud* sign* ended ends fail* broke* progress result* outcome* announc* decid*
            commit* pledg* promis* settl* resolv* reach* unable reject* made launch* issu* told said_after
            """
        ),
        presumed=True,
    ),
    Need(
        "a ruling",
        pattern(
            rf"^(?!.*{_STILL_TO_COME}).*(?:\b(?:court|scotus|panel|tribunal|judges?|arbitrators?|wto|gatt)\b"
            r"[^?]*\b(?:(?<!the )rules?|ruled|ruling|verdict|(?:strikes?|struck) down|upheld|upholds?"
            r"|overturn(?:s|ed)?)\b"
            r"|\b(?:ruling|verdict) (?:of|by|from) (?:\w+ ){0,2}(?:court|panel|tribunal|wto|gatt)\b)",
            re.I | re.S,
        ),
        pattern(rf"^(?=.*{_BODY})(?:.*{_RULED}|(?!.*{_AWAITED}).*{_RULING})", re.I | re.S),
        presumed=True,
    ),
]
