"""All that a question may need to be told; whether it is: `assistant.unmet`."""

from assistant.needed_details import DETAILS
from assistant.needed_events import EVENTS

NEEDS = [*EVENTS, *DETAILS]
