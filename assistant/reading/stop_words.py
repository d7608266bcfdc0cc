"""Words that say how something is asked or told, not what about."""

STOP_WORDS = frozenset(
    """
    a about above after again ago all already also am an and any anyone anything are as ask at back
    be better worse because been before being both but by can come could current currently d date
    day days did do does doing done due each either else ever every exact exactly far few find for
    from further get gets getting give given go goes going got had has have he her here him his how
    i if in info into is it its just kind know last later latest least let like list long look ll m
    made make many may me might more most much must my name near need new newest news next no not
    now of off ok on once one only onto or other our out over own part per please pls possible put
    qty quick re really recent recently s said same say says see set shall she should since so some
    something soon sort sorry sry staus status still stuff such t take tell than thanks that the
    their them then there these they thing things think this those though till through thx time to
    today together too under until up update upon us used ve very via vs was way we week well were
    what whats when where whether which while who whom whose why will wish with within without would
    year years yes yet you your actual actually anymore roughly approx around across between against
    versus compare compared difference differ happen happened happening meant mean means number no.
    amount total state stand stands standing play so-called level isn't aren't wasn't weren't don't
    doesn't didn't hasn't haven't hadn't won't can't couldn't wouldn't figure yrs etc man men guy
    guys chap person people folks mr mrs ms mme
    """.split()
)
