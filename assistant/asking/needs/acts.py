"""What a question takes for granted to have been done to a measure, and what in a sentence tells that."""

import re

from assistant.asking.needs.need import Need
from assistant.reading.patterns import any_of, either
from vectorstore.patterns import pattern

_MADE = r"\b(?:production|manufactur\w+|plants?|factor(?:y|ies)|assembly|jobs)\b"
_PUT_BACK = any_of(
    """
    put_back put~back gave_back gave~back give_back give~back given_back given~back slap*~back
    slap*_back brought_back brought~back bring_back bring~back
    shift*~back shift*_back mov*~back mov*_back went~back went_back switch*~back switch*_back
    reinstat* reimpos* re-impos* restore restored restoring
    """
)

ACTS = [
    Need(
        "that anything was extended",
        pattern(r"\b(?:been|was|were|got|did)\b[^?]* (?:prolong(?:ed)?|extend(?:ed)?)\b", re.I),
        any_of(
            """
            extend* extension* prolong* renew* continu* further another additional lengthen* longer maintain*
            remain_in kept keep~until now_runs now_run run_to runs_to runs_until now_ends
            """
        ),
        presumed=True,
    ),
    Need(
        "that anything was put off",
        any_of(
            """
            put_off put~off putting_off delayed delaying postpone postponed postponing defer deferred
            deferring push_back pushed_back pushed~back
            """
        ),
        any_of(
            """
            delay* postpon* defer* put_off put~off push* extend* extension until suspen* paus* later longer
            further hold held slip* late effective_date adjourn* resched* moved_to new_date instead
            """
        ),
        presumed=True,
    ),
    Need(
        "that anything was left out",
        any_of(
            """
            left_out leave_out leaves_out left~out_of carved_out carve_out carved~out excluded exempted exempt
            exempts spared let_off excused
            """
        ),
        any_of(
            """
            exclu* exempt* except* carve* left_out spare* not_appl* not_subject not_be_subject
            no_longer_subject no_longer_be_subject not_includ* not_cover* other_than omit* outside waive*
            waiver* free_of free_from duty-free duty_free excus*
            without let_off regardless_of
            """
        ),
        presumed=True,
    ),
    Need(
        "anything that was put back",
        pattern(
            rf"^(?!.*{_MADE}).*{_PUT_BACK.pattern}",  # who brings production back puts no measure back
            re.I | re.S,
        ),
        either(
            # "Holds back the withdrawal": nothing was put back.
            pattern(r"(?<!hold )(?<!holds )(?<!held )(?<!holding )(?<!push )(?<!pushed )\bback\b"),
            any_of(
                """
                again reinstat* reimpos* re-impos* restor* return* renew* resum* revert* lift* reopen* reviv*
                """
            ),
        ),
        presumed=True,
    ),
    Need(
        "anything that replaced it",
        pattern(
            r"\bwhat (?:(?:has|have|had) )?(?:since )?(?:replaced|succeeded|superseded"
            r"|(?:took|taken) (?:its|their|the) place|came (?:instead|in (?:its|their) place))\b",
            re.I,
        ),
        any_of(
            """
            replac* supersed* succeed* successor* substitut* in_place_of in_its_place in_lieu instead
            take*~place_of took~place_of
            """
        ),
        presumed=True,
    ),
    Need(
        "that anything was stopped",
        pattern(
            r"\b(?:when|why|wh(?:at|ich) (?:day|date)|since when)\b[^?]*\b(?:did|has|have|had)\b[^?]*"
            r"\b(?:stop(?:ped)?|ceased?|quit) (?:collecting|charging|levying|applying|imposing|taxing)\b",
            re.I,
        ),
        any_of(
            """
            stop* ceas* quit end ended ends ending lift* scrap* remov* drop* abolish* suspen* waiv* no_longer
            repeal* revok* rescind* withdr* terminat* exempt* gone halt* laps* expir* duty-free zero eliminat*
            """
        ),
        presumed=True,
    ),
    Need(
        "that a duty was set",
        pattern(
            r"\b(?:what|which|how (?:much|high|big|large)(?: an?)?) (?:[\w-]+ ){0,3}?"
            r"(?:dut(?:y|ies)|tariffs?|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|rates?)(?: of duty)? "
            r"(?:did|has|have)\b[^?]*"
            r"\b(?:set|impose[d]?|slap(?:ped)?|fix(?:ed)?|put|lev(?:y|ied))\b",
            re.I,
        ),
        any_of(
            """
            set sets fixed fixes impos* slap* levied levies put puts charg* rais* increas* subject_to pay pays
            paid face faces faced appl* assess*
            """
        ),
        presumed=True,
    ),
    Need(
        "that anything was lifted",
        pattern(
            r"(?:\b(?:when|why|reasons?|wh(?:at|ich) (?:day|date|month))\b[^?]*\b(?:was|were|been|got|did)\b"
            r"|^\W*(?:(?:and|so|but|ok|then)\W+)*(?:did|has|have|had|was|were)\b)[^?]*"
            r"\blift(?:ed)?\b(?! (?:to|from|by)\b)",
            re.I,
        ),
        any_of(
            """
            lift* remov* end ended ends ending scrap* drop* eas* repeal* rescind* revok* cancel* suspen*
            terminat* abolish* withdr* eliminat* no_longer resum* reopen* re-open* allow* permit* exempt*
            relax* laps* expir* cut cuts reduc* lower* clear* settl* agree*
            """
        ),
        presumed=True,
    ),
]
