"""Know a sum of money by its currency, before the figure or behind it: "$250", "Rs 250", "250 rupees"."""

from assistant.support.numbers import any_of
from assistant.support.words import forms, word_list

_NAMES = frozenset(word_list("currency"))
_FORMS = [form for form, unit in forms("unit").items() if unit in _NAMES and not form.startswith("lb")]
_RARE = (  # those that no quantity of a claim is told in
    "stg", "schilling", "schillings", "reais", "cruzado", "cruzados", "austral", "australs", "bolivar",
    "bolivars", "sucre", "sucres", "shekel", "shekels", "cent", "cents",
)  # fmt: skip
# Patterns, to be read with upper and lower case alike.
CURRENCY = rf"(?:{any_of((*_FORMS, *_RARE))})\b"
BEFORE_FIGURE = rf"(?:[$€£¥]\s?|\b(?-i:{any_of(forms('code'))})\.? ?)(?=\d)"
