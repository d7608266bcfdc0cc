"""Name the kinds of goods that a text speaks of, whatever it calls them."""

import re
from collections.abc import Iterator

_WORDS = {
    "steel": "steel|iron",
    "aluminium": "alumini?um|alu",
    "copper": "copper",
    "cars": "cars?|autos?|automobiles?|automotive|(?:passenger |motor )?vehicles?",
    "trucks": "trucks?|buses",
    "aircraft": "aircraft|airplanes?|planes|jet engines?|boeing",
    "drones": "drones?|unmanned aircraft",
    "ships": "ships?|vessels?|shipbuilding|shipping",
    "chips": "semiconductors?|chips?|microchips?",
    "medicines": "pharmaceuticals?|pharma|medicines?|drugs?|generics",
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
    "fertilisers": "fertili[sz]ers?|phosphates?|urea",
    "beef": "beef|cattle",
    "pork": "pork|pigs?|hogs?",
    "lamb": "lambs?|mutton|sheep",
    "poultry": "poultry|chickens?",
    "eggs": "eggs?",
    "fish": "salmon|fish|seafood|shrimps?|prawns?|tuna|cod|lobsters?|crabs?",
    "fruit": "fruits?|bananas?|citrus|oranges?|lemons?|grapefruits?|apples?|grapes?|raisins?"
    "|mango(?:es)?|pineapples?|avocados?|(?:straw|blue|rasp)?berries",
    "vegetables": "tomato(?:es)?|vegetables?|onions?|garlic|peppers|mushrooms?|cucumbers?",
    "nuts": "(?:pea|ground)?nuts|almonds|cashews?|walnuts|pistachios",
    "spices": "spices?|(?:black |white )?pepper|vanilla|cinnamon|nutmeg|cloves",
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
    "machinery": "machinery|machine tools|bearings|robots?|robotics|turbines?|tractors?|harvesters?"
    "|bulldozers?|excavators?|forklifts?|(?:agricultural|farm(?:ing)?|industrial|construction) equipment",
    "appliances": "appliances?|washing machines?|washers|refrigerators?|fridges?|dishwashers?",
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
    frozenset(("textiles", "clothing")),
    frozenset(("minerals", "gallium", "cobalt", "nickel", "uranium")),
    frozenset(("energy", "oil", "gas", "coal", "electricity")),
    frozenset(("solar panels", "polysilicon")),
    frozenset(("wine", "spirits", "beer")),
    frozenset(("poultry", "eggs")),
    frozenset(("machinery", "appliances")),
    frozenset(("fertilisers", "potash", "chemicals")),
    frozenset(("fruit", "vegetables", "nuts")),
)


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
    """Whether a text speaks of goods of a kind, whatever it calls them."""
    return bool(_GOODS[goods].search(text))


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
    """Return the kinds of goods that one word may stand for, itself among them."""
    return frozenset((goods,)).union(*(kinds for kinds in _ALIKE if goods in kinds))
