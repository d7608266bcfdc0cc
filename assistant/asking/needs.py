"""All that a question may need to be told; whether it is: `assistant.declining.unmet`."""

from assistant.asking.needed_acts import ACTS
from assistant.asking.needed_details import DETAILS
from assistant.asking.needed_events import EVENTS
from assistant.asking.needed_figures import FIGURES
from assistant.asking.needed_outcomes import OUTCOMES

NEEDS = [*EVENTS, *ACTS, *OUTCOMES, *FIGURES, *DETAILS]
