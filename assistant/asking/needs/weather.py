"""What a question on the weather asks for, and what in a sentence tells it."""

import re

from assistant.asking.needs.need import Need
from assistant.reading.patterns import any_of
from vectorstore.patterns import pattern

_FALLS = r"(?:rain|rainfall|snow|snowfall|precipitation)"
_MEASURE = r"(?:inches|mm|cm|\w+met(?:er|re)s)"

WEATHER = [
    Need(
        "how much rain or snow fell",
        pattern(
            rf"\b(?:how much|how many {_MEASURE} of|what|which|amounts? of|level of|average|total|monthly"
            rf"|annual)(?: (?:the|average|total|amount of|level of))* {_FALLS}\b"
            r"|\bhow (?:much|hard|heavily|often|long) (?:did|has|had|does) it (?:rain|snow)",
            re.I,
        ),
        any_of("rain rains rained rainy rainfall snow* shower* precipit* drought* flooded"),
    ),
    Need(
        "a temperature",
        pattern(
            r"\btemperatures?\b|\bhow (?:hot|cold|warm) (?:is|was|were|are|did|has)\b"
            r"|\bdegrees (?:celsius|fahrenheit|c|f)\b",
            re.I,
        ),
        pattern(r"\btemperatures?\b|\bdegrees?\b|°|\b(?:celsius|fahrenheit|centigrade|frost)\b", re.I),
    ),
    Need(
        "the weather",
        pattern(
            r"\b(?:what|how)(?:'s| is| was| were| are) the weather\b|\bweather (?:forecast|report|outlook)\b",
            re.I,
        ),
        any_of("weather rain* snow* storm* drought* dry sunny cloud* frost* hurricane* typhoon* monsoon*"),
    ),
]
