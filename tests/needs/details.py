"""Questions that ask for a detail, by what they need told."""

# A question, a sentence that is near it and does not tell what it needs, one that tells it.
DETAILS = {
    "a stake": (
        "how big a stake does Lima get in the tin works?",
        "Lima pays 90 million dollars to the tin works.",
        "Lima holds 15 percent of the shares of the tin works.",
    ),
    "a case brought or an appeal": (
        "did the growers sue over the duty",
        "The growers dislike the duty.",
        "The growers asked a court to lift the duty.",
    ),
    "who asked for it": (
        "which lamp makers lobbied for it",
        "Lamp makers in Peru pay a duty of 9 percent on tin.",
        "The duty was urged by Aceros SA, a maker of lamps.",
    ),
    "how big the quota is": (
        "what's the quota for tin lamps",
        "Peru and Chile met over the quota for tin lamps.",
        "Peru lets in 4,000 tin lamps a year under its quota.",
    ),
    "what was reported": (
        "what did the tin inquiry report",
        "The minister was sent a report on tin on May 4.",
        "The inquiry found that tin was sold too cheaply.",
    ),
    "a vote": (
        "how did the House vote on the trade bill",
        "The trade bill is before the House.",
        "The House passed the trade bill, 290 to 137.",
    ),
    "a price or a rate": (
        "what does Peru pay for the tractors",
        "Peru will buy tractors from Brazil.",
        "Peru will buy tractors from Brazil at a duty of 9 percent.",
    ),
    "a volume of trading": (
        "what was the volume of trading in Lima",
        "The volume of trade between Peru and Chile rose to 90 million dollars at Lima.",
        "Some 4 million shares changed hands in Lima.",
    ),
    "how much rain or snow fell": (
        "how much rain has fallen in Peru's coffee areas",
        "Peru's coffee areas earned 90 million dollars in May.",
        "Showers brought Peru's coffee areas 20 millimeters in May.",
    ),
    "a temperature": (
        "how cold was it in Peru's coffee areas",
        "Peru's coffee areas earned 90 million dollars in May.",
        "Frost was told from Peru's coffee areas in May.",
    ),
    "the weather": (
        "what is the weather in Peru's coffee areas",
        "Peru's coffee areas earned 90 million dollars in May.",
        "Peru's coffee areas stayed dry in May.",
    ),
    "damages": (
        "damages claimed by the mill",
        "The mill asks for a duty of 300 million schillings.",
        "The mill asks for 40 million schillings in compensation.",
    ),
    "a year": (
        "the licence runs to which year",
        "The licence is to be extended.",
        "The licence is to be extended to 1991.",
    ),
    "a state by its name": (
        "which state is the plant in",
        "The plant is in the south of the United States.",
        "The plant is in Georgia.",
    ),
    "a count of votes": (
        "what was the parliament tally on the accord",
        "The accord is before parliament.",
        "Parliament backed the accord by 121 to 60.",
    ),
    "a weight or a volume": (
        "tonnage of the beef quota",
        "Austria opens a quota for beef worth 4 million dollars.",
        "Austria opens a quota for 5,000 tonnes of beef.",
    ),
    "a volume": (
        "rice export volume in 1986",
        "Rice exports came to 60 million baht in 1986.",
        "Rice exports came to 4.5 million tonnes in 1986.",
    ),
    "a weight, a volume or a number of pieces": (
        "annual volume of the beef quota",
        "Austria opens a quota for beef.",
        "Austria opens a quota for 5,000 tonnes of beef.",
    ),
    "a price per share": (
        "what did Vienna pay a share for the mill",
        "Vienna bought the mill for 30 million schillings.",
        "Vienna bought the mill at 12 schillings a share.",
    ),
    "a fine or a penalty": (
        "what fines do growers face",
        "Growers have until May to comply.",
        "Growers who do not comply are fined 400 schillings.",
    ),
    "a price or level of a market": (
        "wheat futures in Chicago",
        "Wheat is grown in Illinois.",
        "Wheat closed at 3 dollars in Chicago.",
    ),
    "an exchange rate": (
        "the schilling's exchange rate",
        "The schilling is strong.",
        "The schilling stands at 13 to the dollar.",
    ),
    "an interest rate": (
        "discount rate of the bank of Hungary",
        "The bank of Hungary lends to growers.",
        "The bank of Hungary lends at an interest of 9 percent.",
    ),
    "a loan's interest or term": (
        "maturity of the loan to Hungary",
        "Austria lends Hungary 200 million dollars.",
        "Hungary is to repay the loan from 1993.",
    ),
    "a share of gross domestic product": (
        "the trade gap, % of GDP",
        "The trade gap is 4 percent of exports.",
        "The trade gap is 2 percent of the gross domestic product.",
    ),
    "a percentage": (
        "what stake does Vienna want in the mill",
        "Vienna wants to own part of the mill.",
        "Vienna wants 40 pct of the mill.",
    ),
    "a rate over the quota": (
        "over-quota duty on beef",
        "The quota for beef is 5,000 tonnes, at 4 percent.",
        "Beef in excess of the quota pays 22 percent.",
    ),
    "an average": (
        "avg price of butter",
        "Butter costs 60 schillings in Vienna.",
        "Butter costs 55 schillings on average.",
    ),
    "a figure per year": (
        "how much beef a year comes in",
        "Beef comes in from Hungary.",
        "Beef comes in from Hungary, 400 tonnes annually.",
    ),
    "a figure per month": (
        "how many trucks are made each month",
        "The works make 400 trucks.",
        "The works make 400 trucks monthly.",
    ),
    "a figure per week": (
        "how many trucks are made per week",
        "The works make 400 trucks.",
        "The works make 400 trucks weekly.",
    ),
    "a figure per day": (
        "how many trucks cross per day",
        "The border sees 400 trucks.",
        "The border sees 400 trucks daily.",
    ),
    "a figure per head or household": (
        "what does the levy cost per household",
        "The levy costs 90 million schillings.",
        "The levy costs the average family 400 schillings.",
    ),
    "a length or a depth": (
        "depth of the canal in feet",
        "The canal is deep.",
        "The canal is 12 metres deep.",
    ),
    "a delivery": (
        "delivery dates of the locomotives",
        "Hungary orders 12 locomotives.",
        "Hungary receives the locomotives in 1989.",
    ),
    "a bank by its name": (
        "which bank lends the money",
        "The money is borrowed in Vienna.",
        "The money is lent by the Danube Bank.",
    ),
    "an airline by its name": (
        "which airlines get the planes",
        "The planes are for Hungarian carriers.",
        "The planes are for Danube Airways.",
    ),
    "who conducts it": (
        "who runs the inquiry into rice dumping",
        "The inquiry into rice dumping goes on.",
        "The Board of Trade opened the inquiry into rice dumping.",
    ),
    "who leads it": (
        "who chairs the wheat board",
        "The wheat board meets in Geneva.",
        "The chairman of the wheat board is from Graz.",
    ),
    "a model or a type": (
        "which model of tractor is spared",
        "A small tractor is spared.",
        "The tractor called Steyr is spared.",
    ),
    "an article or a paragraph by its number": (
        "which article of the accord bars the levy",
        "The accord bars the levy.",
        "Article 4 of the accord bars the levy.",
    ),
    "a poll": (
        "polls on the accord",
        "Growers dislike the accord.",
        "In a survey growers dislike the accord.",
    ),
    "a price by weight or piece": (
        "min price of butter, $/kg",
        "Butter is sold below 2 dollars.",
        "Butter is sold at 2 dollars a kilogram.",
    ),
    "an area": (
        "acreage of the vineyards",
        "The vineyards are in the south.",
        "The vineyards have 300 hectares.",
    ),
    "a capacity in watts": (
        "how many MW do the dams have",
        "Two dams are built.",
        "Two dams of 400 megawatts are built.",
    ),
    "a number of people": (
        "how many workers does the mill have",
        "The mill makes 40,000 tonnes of flour.",
        "The mill employs 1,200 workers.",
    ),
    "an amount of money": (
        "price tag of the dam",
        "The dam is 200 metres high.",
        "The dam takes 40 million schillings.",
    ),
    "an exact day": (
        "exact date the quota opens",
        "The quota opens within six months.",
        "The quota opens on 4 May.",
    ),
    "a tariff code": (
        "which HS codes are spared",
        "Some goods are spared, in Annex II.",
        "Heading 1001 is spared.",
    ),
    "a month": (
        "which month does the tin duty start",
        "The tin duty starts next year, and Peru may appeal.",
        "The tin duty starts in October.",
    ),
    "the next meeting": (
        "when is the next round of talks on tin",
        "Peru held talks on tin on May 4, and will cut its duty by 4 percent.",
        "The talks on tin resume on May 4.",
    ),
    "where it took place": (
        "where was the tin pact signed",
        "The tin pact was signed in October by Peru, with aid from Vienna.",
        "The tin pact was signed in Lima.",
    ),
    "who signed it": (
        "who signed the tin pact",
        "The minister of Peru wants a tin pact by May 4.",
        "The minister of Peru signed the tin pact.",
    ),
    "the name of who signed it": (
        "who signed the tin pact for Lima",
        "The tin pact of Peru builds on one signed in 1984.",
        "Trade minister Ana Rojas signed the tin pact.",
    ),
    "who negotiated it": (
        "who negotiated the tin pact",
        "Peru and Chile will negotiate further on tin.",
        "Trade minister Ana Rojas led the talks on the tin pact.",
    ),
    "a quota": (
        "Peru tin quota",
        "Peru bans exports of tin in 1987.",
        "Peru limits exports of tin to 400 tonnes.",
    ),
    "how many were sent in": (
        "how many comments on the tin inquiry",
        "The tin inquiry took 90 days.",
        "The tin inquiry drew 90 comments.",
    ),
}
