"""Name the kinds of goods that a text speaks of, whatever it calls them."""

import re
from collections.abc import Iterator

_WORDS = {
    "steel": "steel|iron",
    "aluminium": "alumini?um|alu",
    "copper": "copper",
    "cars": "cars?|autos?|automobiles?|automotive|(?:passenger |motor )?vehicles?",
    "trucks": "trucks?|lorr(?:y|ies)|big rigs?|semi-?trailers?",
    "buses": "bus(?:es)?|motor coach(?:es)?",
    "aircraft": "(?<!unmanned )aircraft|airplanes?|planes|jet engines?|boeing",
    "drones": "drones?|unmanned aircraft|uas",
    "ships": "ships?|vessels?|shipbuilding|shipping",
    "chips": "semiconductors?|chips?|microchips?",
    "medicines": "pharmaceuticals?|pharma|medicines?|generics"
    "|(?<!illicit )(?<!illegal )(?<!border )drugs?(?! (?:traffick|smuggl|cartel|crisis|emergenc|flow))",
    "wood": "lumber|timber|wood|furniture|cabinets?|vanities",
    "minerals": "rare[- ]earths?|(?:critical )?minerals?",
    "gallium": "gallium|germanium",
    "polysilicon": "polysilicon",
    "energy": "energy",
    "oil": "oil|petroleum|crude",
    "gas": "gas|lng",
    "coal": "coal",
    "potash": "potash",
    "soybeans": "soya?|soy(?:a|[- ]?)beans?",
    "maize": "corn|maize",
    "rice": "rice",
    "wheat": "wheat",
    "barley": "barley|sorghum",
    "sugar": "sugar",
    "cotton": "cotton",
    "ethanol": "ethanol|fuel alcohol",
    "farm goods": "agricultur\\w+|farm|food",
    "fertilisers": "fertili[sz]ers?",
    "phosphates": "phosphates?",
    "urea": "urea",
    "beef": "beef|cattle",
    "pork": "pork|pig ?meat|pigs?|hogs?",
    "lamb": "lambs?|mutton|sheep",
    "poultry": "poultry|chickens?",
    "eggs": "eggs?",
    "fish": "salmon|fish|seafood|shrimps?|tuna",
    "lobsters": "lobsters?|crabs?",
    "cod": "cod",
    "fruit": "fruits?|bananas?|citrus|oranges?|lemons?",
    "apples": "apples?",
    "grapes": "grapes?|raisins?",
    "mangoes": "mango(?:es)?",
    "pineapples": "pineapples?",
    "avocados": "avocados?",
    "berries": "(?:straw|blue|rasp)?berries",
    "vegetables": "tomato(?:es)?|vegetables?",
    "onions": "onions?|garlic",
    "mushrooms": "mushrooms?",
    "nuts": "(?:pea|ground)?nuts|almonds|walnuts|pistachios",
    "cashews": "cashews?",
    "spices": "spices?",
    "pepper": "(?:black |white )?pepper",
    "vanilla": "vanilla",
    "coffee": "coffee",
    "cocoa": "cocoa",
    "tea": "tea",
    "flowers": "flowers",
    "dairy": "dairy|milk|cheese|butter",
    "wine": "wines?",
    "beer": "beers?",
    "spirits": "spirits|(?<!fuel )alcohol\\w*|whisk(?:y|ey|ies)|bourbon|booze|liquors?|brandy|vodka|rum",
    "tobacco": "tobacco|cigarettes",
    "textiles": "textiles?|yarns?|fabrics?",
    "clothing": "apparel|clothing|clothes",
    "footwear": "footwear|shoes",
    "wool": "wool|woollen",
    "leather": "leather|hides|skins",
    "rubber": "rubber",
    "tyres": "tyres?|tires?",
    "paper": "paper|newsprint|pulp",
    "cement": "cement|clinker",
    "glass": "glass|glassware",
    "ceramics": "ceramics?|tiles?|porcelain|quartz",
    "chemicals": "chemicals?|petrochemicals?|plastics?|polymers?",
    "solar panels": "solar|photovoltaic",
    "batteries": "batter(?:y|ies)|lithium",
    "electricity": "electricity|power grid",
    "tin": "tin",
    "nickel": "nickel",
    "zinc": "zinc",
    "cobalt": "cobalt",
    "uranium": "uranium",
    "gold": "gold|bullion",
    "silver": "silver|platinum|palladium",
    "diamonds": "diamonds?|gems?|jewell?ery",
    "oilseeds": "oilseeds?|rapeseed|canola|sunflower",
    "palm oil": "palm oil",
    "honey": "honey",
    "potatoes": "potato(?:es)?",
    "toys": "toys?",
    "watches": "watches|clocks",
    "bicycles": "bicycles?",
    "parcels": "de minimis|parcels?|postal|low-value",
    "electronics": "electronics|electronic (?:goods|products|items|equipment|devices)|smartphones?"
    "|(?:mobile|cell) ?phones?|computers?|pcs?|laptops?|televisions?|tvs?",
    "machinery": "machinery|robots?|robotics|turbines?|appliances?"
    "|(?:agricultural|farm(?:ing)?|industrial|construction) equipment",
    "machine tools": "machine tools",
    "tractors": "tractors?",
    "harvesters": "harvesters?",
    "bulldozers": "bulldozers?|excavators?",
    "forklifts": "forklifts?",
    "washing machines": "washing machines?|washers",
    "refrigerators": "refrigerators?|fridges?",
    "trains": "locomotives?|rail(?:way|road)? ?(?:cars|wagons)",
    "medical devices": "medical (?:devices|equipment|supplies|instruments)|syringes?",
    "films": "films?|movies?",
    "services": "digital services?|services tax\\w*",
}
_GOODS = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in _WORDS.items()}
_ANY = re.compile(rf"\b(?:{'|'.join(_WORDS.values())})\b")  # in small letters, which halves the time
# Words that are as often used of something else: "what goods will Sudan ship", "a paper", "gas" of any kind.
AMBIGUOUS = frozenset(
    ("ships", "gas", "farm goods", "paper", "services", "energy", "leather", "fish", "gold", "tin")
)
# What of the table are goods of one kind, or may be called by one word: "vehicles" are cars or trucks.
_ALIKE = (
    frozenset(("cars", "trucks")),
    frozenset(("buses", "trucks")),
    frozenset(("textiles", "clothing")),
    frozenset(("minerals", "gallium", "cobalt", "nickel", "uranium")),
    frozenset(("energy", "oil", "gas", "coal", "electricity")),
    frozenset(("solar panels", "polysilicon")),
    frozenset(("wine", "spirits", "beer")),
    frozenset(("fertilisers", "potash", "chemicals")),
    frozenset(("fruit", "vegetables", "nuts")),
)
# What holds for the whole holds for these: the duty on fruit for grapes, and not the other way about.
_PARTS = {
    "fruit": ("apples", "grapes", "mangoes", "pineapples", "avocados", "berries"),
    "vegetables": ("onions", "mushrooms"),
    "nuts": ("cashews",),
    "spices": ("pepper", "vanilla"),
    "fish": ("lobsters", "cod"),
    "fertilisers": ("phosphates", "urea"),
    "machinery": (
        "machine tools",
        "tractors",
        "harvesters",
        "bulldozers",
        "forklifts",
        "washing machines",
        "refrigerators",
    ),
}
_WHOLE = {part: whole for whole, parts in _PARTS.items() for part in parts}


def goods_in(text: str) -> frozenset[str]:
    """Name the kinds of goods that a text speaks of.

    >>> sorted(goods_in("Duties on corn and motor vehicles"))
    ['cars', 'maize']
    """
    text = text.lower()
    found: set[str] = set()
    named = _ANY.search(text)  # 80 forms looked for one by one take seven times as long
    while named:
        found.update(name for name, form in _GOODS.items() if form.match(text, named.start()))
        named = _ANY.search(text, named.start() + 1)
    return frozenset(found)


def speaks_of(goods: str, text: str) -> bool:
    """Whether a text speaks of goods of a kind, whatever it calls them, or of all that they are a part of."""
    return any(_GOODS[kind].search(text) for kind in (goods, _WHOLE.get(goods)) if kind)


def word_for(goods: str, text: str) -> str:
    """Return the word by which a text calls goods that it speaks of.

    >>> word_for("cars", "the duty on motor vehicles")
    'motor vehicles'
    """
    match = _GOODS[goods].search(text)
    assert match
    return match.group()


def places_of(goods: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of each mention of goods."""
    for match in _GOODS[goods].finditer(text):
        yield match.span()


def with_goods(text: str, goods: str, word: str) -> str:
    """Put a word in the place of goods wherever a text speaks of them.

    >>> with_goods("the duty on Thai cars", "cars", "tin")
    'the duty on Thai tin'
    """
    return _GOODS[goods].sub(word, text)


def alike(goods: str) -> frozenset[str]:
    """Return the kinds of goods that one word may stand for, itself and what it is a part of among them."""
    whole = (_WHOLE[goods],) if goods in _WHOLE else ()
    return frozenset((goods, *whole)).union(*(kinds for kinds in _ALIKE if goods in kinds))
