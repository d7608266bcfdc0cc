"""All that a question may need to be told; whether it is: `assistant.declining.unmet`."""

from assistant.asking.needed_details import DETAILS
from assistant.asking.needed_events import EVENTS

NEEDS = [*EVENTS, *DETAILS]
