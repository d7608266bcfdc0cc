"""Hold the English auxiliary verbs, as alternatives of a pattern.

Their order says nothing: a pattern has the end of a word behind them.
"""

BE = "is|are|was|were"
BE_IN_ANY_FORM = f"{BE}|be|been|being"
DO = "do|does|did"
HAVE = "has|have|had"
MODALS = "will|would|shall|should|can|could|may|must"  # without "might", which most patterns leave out
# With which a question begins that asks whether something is so.
ASKING = f"{BE}|{DO}|{HAVE}|will|would|can|could|should"
# By which a sentence is known from words without a verb.
FINITE = f"{BE}|{DO}|{HAVE}|{MODALS}"
