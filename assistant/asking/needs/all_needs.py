"""All that a question may need to be told; whether it is: `assistant.declining.unmet`."""

from assistant.asking.needs.acts import ACTS
from assistant.asking.needs.details import DETAILS
from assistant.asking.needs.events import EVENTS
from assistant.asking.needs.figures import FIGURES
from assistant.asking.needs.outcomes import OUTCOMES
from assistant.asking.needs.weather import WEATHER

NEEDS = [*EVENTS, *ACTS, *OUTCOMES, *FIGURES, *DETAILS, *WEATHER]
