"""What a question takes for granted to have happened, and what in a sentence tells that it did.

What tells is far wider than what asks: what was asked for as "pulled out" may have "ended".
"""

import re

from assistant.asking.needs.need import Need
from assistant.asking.needs.undone import BAN, TELLS_BAN_UNDONE, TELLS_UNDONE, UNDONE
from assistant.reading.patterns import any_of, either
from vectorstore.patterns import pattern

# "Left open", "left unchanged": nobody went.
_LEFT = pattern(
    r"\bleft\b(?! (?:open|over|alone|intact|unchanged|untouched|unresolved|undecided|unsettled|in place)\b)"
)
# A rate that steps down leaves no office.
_STEPPED = (
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|rates?|quotas?"
    r"|(?:next|first|second|third|last|each|another) step down)\b"
)
# Not "retaliation rules", "calls for retaliation": nobody need have struck back.
_RETALIATION = pattern(
    r"(?<!calls for )(?<!calling for )(?<!called for )(?<!call for )(?<!urges )(?<!urging )(?<!urged )"
    r"(?<!decides on )(?<!decide on )(?<!deciding on )(?<!decision on )(?<!possible )(?<!on possible )"
    r"(?<!threat of )(?<!threatened )(?<!threatens )(?<!fear of )(?<!fears of )(?<!risk of )(?<!avoid )"
    r"\bretaliation\b(?! (?:rules?|lists?|dut(?:y|ies)|tariffs?|measures?|provisions?|law|powers?|threats?"
    r"|bill|plans?|clauses?)\b)"
)
# Not "the compensation deal": trade talks make up for a duty by another one.
_COMPENSATION = pattern(
    r"\bcompensat(?!ed\b)\w*\b"
    r"(?! (?:deals?|accords?|agreements?|pacts?|packages?|talks|negotiations?|terms)\b)",
    re.I,
)

EVENTS = [
    Need(
        "that anybody left or was put out",
        pattern(  # "quit buying" is to stop
            r"(?!.*\bquit(?:s|ting)? \w+ing\b)"
            + any_of(
                """
                pull_out pulled_out pulling_out walk_out walked_out walk_away walked_away walking_away
                back_out backed_out quit quits quitting exit exits exited did~leave expel* kick*_out kick*~out
                """
            ).pattern,
            re.I | re.S,
        ),
        either(
            _LEFT,
            any_of(
                """
                pull*_out pull*_back walk*_out walk*_away back*_out quit* exit* withdr* leav* expel* oust*
                kick* end ended ends ending terminat* suspend* abandon* renounc* no_longer cancel* collaps*
                break_off broke_off broken_off break_down broke_down broken_down remov*
                wind*_down cut*~ties sever* divest* disinvest*
                """
            ),
        ),
        presumed=True,
    ),
    Need(  # ends of other things tell nothing of that
        "that anybody left or was put out",
        pattern(
            r"\bwith?dr(?:aw|ew|awn|awing|awal) from (?:the |its |their |this |that )?(?:[\w-]+ ){0,3}?"
            r"(?:deal|pact|accord|agreement|treaty|framework|talks|negotiations|bloc|union|club|gatt|wto"
            r"|organi[sz]ation)\b",
            re.I,
        ),
        either(
            _LEFT,
            pattern(r"\bwithdr\w+\b(?! from warehouse)|\bno longer (?:a )?(?:party|member)"),
            any_of(
                """
                pull*_out pulled~out walk*_out walk*_away back*_out quit* exit* leav* terminated terminates
                abandon* renounc* denounc* suspended broke_off broken_off cancelled canceled
                """
            ),
        ),
        presumed=True,
    ),
    Need("anything that was ended, withdrawn or refused", UNDONE, TELLS_UNDONE, presumed=True),
    Need(  # the ban itself tells no end of it
        "anything that was ended, withdrawn or refused",
        pattern(rf"^(?=.*{BAN}).*{UNDONE.pattern}", re.I | re.S),
        TELLS_BAN_UNDONE,
        presumed=True,
    ),
    Need(
        "that a purchase was agreed",
        any_of(
            """
            agree_to_buy agree_to_take agree_to_import agree_to_purchase agreed_to_buy agreed_to_take
            agreed_to_import agreed_to_purchase commit_to_buy commit_to_purchase committed_to_buy
            committed_to_purchase committed_to_take sign_up_to_take sign_up_to_buy signed_up_to_take
            signed_up_to_buy ended_up_buying ended_up_paying complete~takeover completed~takeover
            """
        ),
        any_of(
            """
            agreed agree agrees agreement* commit* pledg* promis* will_buy will_purchase will_import shall_buy
            shall_purchase intends_to_purchase purchase purchases purchased purchasing bought buys ordered
            order orders sign* contract* paid acquir* complet*
            """
        ),
        presumed=True,
    ),
    Need(
        "that anything was promised",
        any_of("promise promised promises pledge pledged pledges vow vowed vows concede conceded concedes"),
        either(
            any_of(
                """
                promis* pledg* vow* commit* undertak* undertook agree agreed agrees agreement* offer*_to
                conced* concession* assur* guarant* will would shall intend* ready accept* signed expect*
                invest* purchas* remov* eliminat* abolish* reduc* to_lower lowered lift* open* exempt*
                """
            ),
            pattern(r"^\W*to [a-z]+"),  # a clause of a list of pledges
        ),
        presumed=True,
    ),
    Need(
        "that anybody joined or was let in",
        any_of(
            """
            admitted admission accede acceded accession became_a~member become_a~member full_member
            full_membership
            """
        ),
        any_of("admit* join* acced* accession member* enter*"),
        presumed=True,
    ),
    Need(
        "that anything was chosen or awarded",
        any_of(
            """
            picked_for was_picked were_picked was_chosen were_chosen was_selected were_selected was_awarded
            were_awarded got_the~contract won_the~contract gets_the~contract got_the~partnership who_won
            winning_bid* winner winners
            """
        ),
        any_of(
            """
            pick* chose chosen choos* select* award* won win wins winner* named names appoint* designat*
            contract* to_be
            """
        ),
        presumed=True,
    ),
    Need(
        "that anybody left or took an office",
        either(
            any_of(
                """
                resign resigned resigns resignation sacked fired ousted replaced_by who_replaced who_succeeded
                """
            ),
            pattern(rf"^(?!.*{_STEPPED}).*\bstep(?:ped|s)? down\b", re.I | re.S),
        ),
        any_of(
            """
            resign* sack* fire* dismiss* oust* remov* step*_down retire* left leave* quit replac* succe*
            appoint* nam* nominat* tak*_over took_over
            """
        ),
        presumed=True,
    ),
    Need(
        "who took it over",
        pattern(
            r"\bwho (?:(?:has|have|had|is|was|will|then|now) )*"
            r"(?:tak(?:es?|en|ing) over|took over|succeed(?:s|ed|ing)?|replac(?:es?|ed|ing))\b",
            re.I,
        ),
        any_of(
            """
            succe* replac* appoint* named names naming nominat* tak*_over took_over takeover swor* swear*
            elect* pick* chos* choos* becom* became inherit* acqui* buy* bought
            """
        ),
        presumed=True,
    ),
    Need(
        "that a deal was made",
        pattern(
            r"(?<!before and )\bafter (?:(?:the|its|their|this|a|an|his) )?(?:[\w-]+ ){0,2}?"
            r"(?:deal|accord|pact|settlement)\b",
            re.I,
        ),
        either(
            any_of("agree* accord* deal* pact* settle* sign* conclu* reached truce framework* arrangement*"),
            pattern(r"\b(?:will|shall) (?:now )?(?:be|have|get|pay|rise|fall|benefit|face)\b"),
            pattern(r"\b(?:raised|increased|cut|reduced|lowered) (?:to|from|by)\b"),
        ),
        presumed=True,
    ),
    Need(  # that it is signed by a day tells none from which it holds
        "when it enters into force",
        pattern(
            r"^(?=.*\b(?:agreement|accord|pact|treaty|convention|protocol|deal|fta|cepa|ftas)\b)"
            r".*\bwhen\b.*\b(?:enter(?:s|ed|ing)?(?: in(?:to)?)? force|com(?:e|es|ing) into (?:force|effect)"
            r"|t(?:ake|akes|ook) effect|goes? into (?:force|effect)|entry into force)",
            re.I | re.S,
        ),
        any_of(
            """
            force effect effective operat* start* begin* began begun apply applies applied launch* ratif*
            implement* live
            """
        ),
    ),
    Need(
        "that anything was ratified or passed",
        any_of("ratified ratify ratification enacted enact signed_into_law became_law"),
        any_of("ratif* enact* pass* adopt* approv* law laws signed_into clear* endors*"),
        presumed=True,
    ),
    Need(
        "anybody striking back",
        either(
            any_of("retaliate retaliated retaliating hit_back hits_back struck_back strike_back"),
            _RETALIATION,
            pattern(r"\b(?:what|which) (?:\w+ ){0,3}counter-?(?:tariffs?|dut(?:y|ies)|measures?|levies)\b"),
        ),
        any_of(
            "retaliat* counter* respon* hit*_back str*ck_back reprisal* in_return in_turn"
            " suspen*_of_concessions suspend*_concessions level_of_suspension authori*ed~suspend"
        ),
        presumed=True,
    ),
    Need(
        "anything paid back",
        either(
            any_of(
                "refund refunded refunds refunding rebate rebates rebated reimburse* paid_back pay_back"
                " compensated"
            ),
            _COMPENSATION,
        ),
        any_of("refund* rebat* reimburs* paid_back pay_back repa* compensat* return* drawback*"),
    ),
]
