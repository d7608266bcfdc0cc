"""A sentence says no more and no other than what it cites: each way of going wrong, and of saying it well."""

from datetime import date

import pytest

from assistant.support import unsupported

# (kind, what is cited, a claim that it supports, a claim that it does not)
EXAMPLES = [
    (
        "a share in words",
        "Bulgarian hauliers run a quarter of the lorries.",
        "Bulgarian hauliers run 25 percent of the lorries.",
        "Bulgarian hauliers run 35 percent of the lorries.",
    ),
    (
        "a quarter that is no share",
        "The fee rises by 15 percent a quarter in the second half of 1988.",
        "The fee goes up by 15 percent a quarter in the second half of 1988.",
        "The fee goes up by 25 percent in the second half of 1988.",
    ),
    (
        "a half that is no share",
        "The fee rises by 15 percent in the second half of 1988.",
        "The fee goes up by 15 percent in the second half of 1988.",
        "The fee goes up by 50 percent in the second half of 1988.",
    ),
    (
        "a word between number and unit",
        "The two were at odds over tin for 20 long years.",
        "The two were at odds over tin for twenty years.",
        "The two were at odds over tin for twelve years.",
    ),
    (
        "the last years are no rank",
        "Purchases were needed in seven of the past 10 years.",
        "Purchases were needed in seven of the last 10 years.",
        "Purchases were needed in six of the last 10 years.",
    ),
    (
        "what is left, its unit told once",
        "Peru has caught 7,100 of its 18,500 tonnes of squid.",
        "Peru has 11,400 tonnes of squid left.",
        "Peru has 12,400 tonnes of squid left.",
    ),
    (
        "what is only planned",
        "Mali intends to conclude a pact on cotton with Togo.",
        "Mali plans to conclude a pact on cotton with Togo.",
        "Mali concluded a pact on cotton with Togo.",
    ),
    (
        "what is to be done",
        "A plan on rice is to be adopted by the council in 1988.",
        "The council is to adopt a plan on rice in 1988.",
        "The council adopted a plan on rice in 1988.",
    ),
    (
        "what failed",
        "Five countries failed to agree on wheat acreage in Geneva.",
        "Five countries could not agree on wheat acreage in Geneva.",
        "Five countries agreed on wheat acreage in Geneva.",
    ),
    (
        "what is laid down",
        "The minister shall end the waiver for butter in June.",
        "The minister must end the waiver for butter in June.",
        "The minister may end the waiver for butter in June.",
    ),
    (
        "denied in the object",
        "The text gives no size for the cocoa quota.",
        "The text does not give a size for the cocoa quota.",
        "The text gives a size for the cocoa quota.",
    ),
    (
        "not without",
        "The manager may not sell cocoa without the council's consent.",
        "The manager may sell cocoa only with the council's consent.",
        "The manager may sell cocoa with or without consent.",
    ),
    (
        "rather than",
        "Lyon, not Bonn, is behind the offer on jute.",
        "Lyon rather than Bonn is behind the offer on jute.",
        "Bonn is behind the offer on jute.",
    ),
    (
        "ended without a not",
        "An order ends the levy on salt from March 1988.",
        "From March 1988 the levy on salt no longer applies.",
        "An order does not end the levy on salt from March 1988.",
    ),
    (
        "neither nor",
        "The text does not mention tin or zinc.",
        "Neither tin nor zinc is mentioned in the text.",
        "The text mentions tin and zinc.",
    ),
    (
        "bound behind",
        "The waiver for butter may be extended for no more than 90 days.",
        "The waiver for butter may be extended for 90 days at most.",
        "The waiver for butter may be extended for 90 days at least.",
    ),
    (
        "not accepted",
        "Togo could not accept a quota on cotton.",
        "Togo refused a quota on cotton.",
        "Togo accepted a quota on cotton.",
    ),
    (
        "told in new words alone",
        "Ghana grants Togo a quota for smoked fish.",
        "Togo gets a quota for smoked fish from Ghana.",
        "Ghana paid bribes for smoked fish.",
    ),
    (
        "a new clause behind a true one",
        "Ghana publishes a list of shippers of smoked fish every month.",
        "A list of shippers of smoked fish is published by Ghana every month.",
        "Ghana publishes a list of shippers of smoked fish every month, and its judges fled abroad.",
    ),
    (
        "the two countries",
        "Chile and Thailand keep their duties on grapes.",
        "The two countries keep their duties on grapes.",
        "The three countries keep their duties on grapes.",
    ),
    (
        "days away",
        "The order on salt takes effect seven days after July 31, 1990.",
        "The order on salt takes effect 7 days after 31 July 1990.",
        "The order on salt takes effect on July 31, 1990.",
    ),
    (
        "two days of a month",
        "The board met in Lima on 27 and 28 June 1994.",
        "The board met in Lima on June 27 and 28, 1994.",
        "The board met in Lima on June 26 and 28, 1994.",
    ),
    (
        "unit given once",
        "A new post cut the wait for trucks from 19 hours to 4.",
        "With a new post the wait for trucks is four hours instead of 19.",
        "With a new post the wait for trucks is four days instead of 19.",
    ),
    (
        "double and half",
        "Maize trade was worth 58 million dollars, almost double the figure of 1986.",
        "Maize trade was worth $58 million, almost twice the figure of 1986.",
        "Maize trade was worth $58 million, almost half the figure of 1986.",
    ),
    (
        "goods of which nothing is said",
        "Kenya frees flowers and tea from duty.",
        "Tea and flowers are freed from duty by Kenya.",
        "Kenya frees wheat from duty.",
    ),
    (
        "season",
        "The king visits Oslo in the autumn of 1991.",
        "In autumn 1991 the king visits Oslo.",
        "The king visits Oslo in the spring of 1991.",
    ),
    (
        "crossed facts",
        "Peru pays 12 percent. Chile pays 30 percent.",
        "Chile pays 30 percent and Peru 12 percent.",
        "The rate of 12 percent holds for Chile.",
    ),
    (
        "rows",
        "Party | Rate\nGhana | 4%\nTogo | 9%",
        "Ghana's rate is 4% and Togo's is 9%.",
        "The rate is 9% for Ghana and 4% for Togo.",
    ),
    (
        "short for small letters",
        "Producers want 1,600 special drawing rights a tonne.",
        "Producers want 1,600 SDRs a tonne.",
        "Producers want 1,600 BTUs a tonne.",
    ),
    (
        "number",
        "Uruguay sold 4,300 tonnes of beef to Egypt in 1994.",
        "In 1994, 4300 tonnes of beef were sold to Egypt by Uruguay.",
        "Uruguay sold 4,800 tonnes of beef to Egypt in 1994.",
    ),
    (
        "unit",
        "Kenya's duty on sugar goes up by 7.5 percent.",
        "The duty on sugar goes up by 7.5%.",
        "Kenya's duty on sugar goes up by 7.5 million.",
    ),
    (
        "order of magnitude",
        "Peru will borrow $1.2 billion for its mines.",
        "Peru will borrow 1,200 million dollars for its mines.",
        "Peru will borrow $1.2 million for its mines.",
    ),
    (
        "decimal",
        "Swiss watchmakers shipped 1.25 million pieces.",
        "Swiss watchmakers shipped 1.25 mln pieces.",
        "Swiss watchmakers shipped 12.5 million pieces.",
    ),
    (
        "goods",
        "Austria lifted its quota on Slovak barley and timber.",
        "Austria's quota on Slovak lumber and barley was lifted.",
        "Austria lifted its quota on Slovak sugar and timber.",
    ),
    (
        "number in words",
        "The ban on Dutch tulips was to last nine months.",
        "The ban on Dutch tulips was to last 9 months.",
        "The ban on Dutch tulips was to last ten months.",
    ),
    (
        "unit of time",
        "Ghana gets a waiver of 90 days for cocoa paste.",
        "Ghana gets a 90-day waiver for cocoa paste.",
        "Ghana gets a waiver of 90 weeks for cocoa paste.",
    ),
    (
        "two numbers exchanged",
        "The duty is 12 percent on Thai rice. The duty is 30 percent on Thai sugar.",
        "The duty is 30 percent on Thai sugar; on Thai rice it is 12 percent.",
        "The duty is 30 percent on Thai rice and 12 percent on Thai sugar.",
    ),
    (
        "ends of a change",
        "Chile's duty on wheat fell from 15 to 11 percent in 1991.",
        "In 1991 Chile's duty on wheat fell to 11 percent from 15 percent.",
        "Chile's duty on wheat fell from 11 to 15 percent in 1991.",
    ),
    (
        "day",
        "The Geneva round reopened on 4 December 1986.",
        "On December 4, 1986 the Geneva round reopened.",
        "On December 14, 1986 the Geneva round reopened.",
    ),
    (
        "month",
        "Iceland's cod quota starts in March.",
        "In March Iceland's cod quota starts.",
        "Iceland's cod quota starts in August.",
    ),
    (
        "year",
        "Talks on lamb ended in Wellington in 2003.",
        "The lamb talks in Wellington ended in 2003.",
        "Talks on lamb ended in Wellington in 2013.",
    ),
    (
        "weekday",
        "The Polish envoy flies home on Wednesday.",
        "On Wednesday the Polish envoy flies home.",
        "The Polish envoy flies home on Thursday.",
    ),
    (
        "two dates exchanged",
        "The quota opens on March 1, 2027 and closes on May 31, 2027.",
        "The quota closes on May 31, 2027, having opened on March 1, 2027.",
        "The quota opens on May 31, 2027 and closes on March 1, 2027.",
    ),
    (
        "roles of the parties",
        "Brazil agreed to buy tractors from Finland after a year of talks.",
        "After a year of talks, Brazil agreed to buy tractors from Finland.",
        "Finland agreed to buy tractors from Brazil after a year of talks.",
    ),
    (
        "who does it",
        "Turkey suspended its duty on Greek cotton.",
        "The duty on Greek cotton was suspended by Turkey.",
        "Greece suspended its duty on Turkish cotton.",
    ),
    (
        "party",
        "Norwegian salmon enters Mexico without duty.",
        "Salmon from Norway enters Mexico without duty.",
        "Scottish salmon enters Mexico without duty.",
    ),
    (
        "person",
        "Trade Minister Ana Ribeiro met Jan Novak in Lisbon.",
        "Ana Ribeiro met Jan Novak in Lisbon.",
        "Trade Minister Ana Ribeiro met Piet Visser in Lisbon.",
    ),
    (
        "office",
        "Finance Minister Olsen opposes the levy on timber.",
        "Minister Olsen opposes the levy on timber.",
        "Trade Minister Olsen opposes the levy on timber.",
    ),
    (
        "role",
        "Prime Minister Gandhi spoke about jute.",
        "The prime minister spoke about jute.",
        "President Gandhi spoke about jute.",
    ),
    (
        "status: proposed is not agreed",
        "Argentina proposed a common tariff on leather.",
        "A common tariff on leather was put forward by Argentina.",
        "Argentina agreed a common tariff on leather.",
    ),
    (
        "status: agreed is not signed",
        "Morocco and Spain agreed on a pact for tomatoes.",
        "Spain and Morocco reached an agreement on a pact for tomatoes.",
        "Morocco and Spain signed a pact for tomatoes.",
    ),
    (
        "status: signed is not in force",
        "Vietnam signed the coffee accord in Hanoi.",
        "In Hanoi, Vietnam signed the coffee accord.",
        "Vietnam's coffee accord is in force.",
    ),
    (
        "status: suspended is not ended",
        "South Africa suspended the duty on maize until June.",
        "South Africa paused the duty on maize until June.",
        "South Africa ended the duty on maize.",
    ),
    (
        "status: extended is not ended",
        "Canada extended the dairy quota by a year.",
        "Canada prolonged the dairy quota by a year.",
        "Canada ended the dairy quota.",
    ),
    (
        "status: no longer in effect",
        "The Australian levy on wool is no longer in effect.",
        "The Australian levy on wool has ended.",
        "The Australian levy on wool is in effect.",
    ),
    (
        "may is not will",
        "India may raise its duty on almonds.",
        "India might raise its duty on almonds.",
        "India will raise its duty on almonds.",
    ),
    (
        "will is not has",
        "Egypt will lift its ban on poultry in July.",
        "In July Egypt will lift its ban on poultry.",
        "Egypt has lifted its ban on poultry.",
    ),
    (
        "may is not a fact",
        "Israel could cut the tariff on flowers.",
        "Israel may cut the tariff on flowers.",
        "Israel has cut the tariff on flowers.",
    ),
    (
        "negation left out",
        "The levy does not apply to Danish butter.",
        "The levy doesn't apply to butter from Denmark.",
        "The levy applies to Danish butter.",
    ),
    (
        "negation put in",
        "Colombian coffee pays the levy.",
        "The levy is on coffee that Colombia sells.",
        "Colombian coffee does not pay the levy.",
    ),
    (
        "no and a",
        "There is no quota on Cuban cigars.",
        "Cuban cigars have no quota.",
        "There is a quota on Cuban cigars.",
    ),
    (
        "direction",
        "Sweden raised its duty on glass.",
        "Sweden increased its duty on glass.",
        "Sweden lowered its duty on glass.",
    ),
    (
        "imports and exports",
        "Nigeria's imports of flour doubled in 1979.",
        "In 1979 Nigerian imports of flour doubled.",
        "Nigeria's exports of flour doubled in 1979.",
    ),
    (
        "above and below",
        "The price of tin stayed below the floor.",
        "Below the floor stayed the price of tin.",
        "The price of tin stayed above the floor.",
    ),
    (
        "bound",
        "Jordan takes at least 500 tonnes of potash.",
        "Jordan takes no less than 500 tonnes of potash.",
        "Jordan takes up to 500 tonnes of potash.",
    ),
    (
        "bound in another form",
        "The levy on Irish whiskey must not exceed 12 percent.",
        "The levy on Irish whiskey must be at most 12 percent.",
        "The levy on Irish whiskey must be more than 12 percent.",
    ),
    (
        "bound left out",
        "Fiji may sell up to 200 tonnes of ginger.",
        "Fiji may sell at most 200 tonnes of ginger.",
        "Fiji may sell 200 tonnes of ginger.",
    ),
    (
        "some and all",
        "Some Hungarian factories stopped exporting buses.",
        "Several Hungarian factories stopped exporting buses.",
        "All Hungarian factories stopped exporting buses.",
    ),
    (
        "a year and in total",
        "Qatar will buy 20 million dollars of cheese a year.",
        "Qatar will buy $20 million of cheese annually.",
        "Qatar will buy 20 million dollars of cheese in total.",
    ),
    (
        "each and in total",
        "Each of the two mills gets 40 tonnes of cotton.",
        "Every mill of the two gets 40 tonnes of cotton.",
        "The two mills get 40 tonnes of cotton in total.",
    ),
    (
        "denied at another word",
        "The notice names no day for the quota on tin.",
        "The day for the quota on tin is not named in the notice.",
        "The day for the quota on tin is named in the notice.",
    ),
    (
        "denied without a not",
        "Fiji goes on charging no duty on copra.",
        "Copra stays free of duty in Fiji.",
        "Fiji goes on charging duty on copra.",
    ),
    (
        "the denied word is another",
        "Togo would never grant smoked fish the terms of cotton.",
        "Smoked fish will not get the terms of cotton, Togo says.",
        "Togo gave smoked fish the terms of cotton.",
    ),
    (
        "suspended is not paid",
        "The levy of 9 percent on Danish cheese is suspended for 60 days.",
        "Danish cheese will not pay the levy of 9 percent for 60 days.",
        "Danish butter will not pay the levy of 9 percent for 60 days.",
    ),
    (
        "not suspended is paid",
        "The levy of 9 percent on Danish ham is not suspended.",
        "The suspension does not extend to the levy of 9 percent on Danish ham.",
        "Danish ham no longer pays the levy of 9 percent.",
    ),
    (
        "yet to be signed",
        "The pact on jute had not been signed when the notice came out.",
        "The pact on jute had yet to be signed when the notice came out.",
        "The pact on jute had been signed when the notice came out.",
    ),
    (
        "what is only asked for",
        "Kenya may ask to change the quota on maize if the shilling falls.",
        "If the shilling falls, Kenya may ask for a change of the quota on maize.",
        "If the shilling falls, Kenya will change the quota on maize.",
    ),
    (
        "under a condition",
        "Once the coffee pact is concluded, the levy is to go down.",
        "After the coffee pact is concluded, the levy is to go down.",
        "The coffee pact has been concluded, and the levy is to go down.",
    ),
    (
        "a verb that shares its will",
        "The Swiss envoy would study the offer on wool and reply by May 3.",
        "The Swiss envoy would reply to the offer on wool by May 3.",
        "The Swiss envoy replied by May 3.",
    ),
    (
        "put and to put",
        "Qatar is to put 90 million dollars into gas.",
        "Qatar will put $90 million into gas.",
        "Qatar has put $90 million into gas.",
    ),
    (
        "the other end of a span",
        "The surcharge on tin lasts 30 days, from May 2 until June 1, 1988.",
        "The surcharge on tin expires on June 1, 1988, after 30 days.",
        "The surcharge on tin starts on June 1, 1988 and lasts 30 days.",
    ),
    (
        "by and to",
        "Peru raises its imports of rice by 40 percent at once.",
        "Peru's imports of rice go up by 40 percent at once.",
        "Peru raises its imports of rice to 40 percent at once.",
    ),
    (
        "a difference",
        "Chile's duty on wheat goes down from 25 to 18 percent.",
        "Chile's duty on wheat drops by seven points to 18 percent.",
        "Chile's duty on wheat drops by eight points to 18 percent.",
    ),
    (
        "kept is not raised",
        "Oman will keep its import duty on dates at zero until 1992.",
        "Oman's import duty on dates stays at zero until 1992.",
        "Oman will raise its import duty on dates until 1992.",
    ),
    (
        "above is a minimum",
        "The duty holds for wool that costs 15 dollars or above.",
        "The duty holds for wool that costs at least 15 dollars.",
        "The duty holds for wool that costs at most 15 dollars.",
    ),
    (
        "extended by another word",
        "The truce on tariffs between Chile and Peru now runs until May 9, 1990.",
        "The truce on tariffs between Chile and Peru has been extended to May 9, 1990.",
        "The truce on tariffs between Chile and Peru is suspended until May 9, 1990.",
    ),
]


def _kind(value: object) -> str:
    return value if isinstance(value, str) and len(value) < 40 else ""


@pytest.mark.parametrize(("kind", "cited", "claim", "_"), EXAMPLES, ids=_kind)
def test_a_faithful_paraphrase_stands(kind: str, cited: str, claim: str, _: str) -> None:
    assert unsupported(claim, cited) is None


@pytest.mark.parametrize(("kind", "cited", "_", "claim"), EXAMPLES, ids=_kind)
def test_a_claim_that_says_another_thing_is_refused(kind: str, cited: str, _: str, claim: str) -> None:
    assert unsupported(claim, cited) is not None


@pytest.mark.parametrize(("kind", "cited", "_", "claim"), EXAMPLES, ids=_kind)
def test_it_is_refused_with_a_second_sentence_cited_too(kind: str, cited: str, _: str, claim: str) -> None:
    assert unsupported(claim, f"Officials spoke of progress at the ministry. {cited}") is not None


@pytest.mark.parametrize(("kind", "cited", "claim", "_"), EXAMPLES, ids=_kind)
def test_a_faithful_paraphrase_stands_with_a_second_sentence_cited_too(
    kind: str, cited: str, claim: str, _: str
) -> None:
    assert unsupported(claim, f"{cited} The United States raised 12 duties on Chinese steel.") is None


def test_a_year_that_the_evidence_leaves_out_is_that_of_the_briefing() -> None:
    cited = "The Samoan envoy signed the copra accord on December 29."
    claim = "The Samoan envoy signed the copra accord on December 29, 2011."
    assert unsupported(claim, cited, date(2012, 1, 3)) is None
    assert unsupported(claim, cited, date(2013, 1, 3)) is not None


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Peru's quota is 500 tonnes, Chile's is 700.", "Chile has 700 tonnes. Peru has 500 tonnes."),
        ("France, not Italy, will lower its levy.", "France will lower its levy. Italy will not."),
        ("The WTO ruled on bananas.", "The World Trade Organization ruled on bananas."),
        ("The levy rises to 8 percent.", "The levy rises from 5 to 8 percent."),
        ("President Ruto spoke.", "President William K. Ruto spoke about tea."),
        ("Talks between Oman and Iran go on.", "The talks that Iran and Oman hold go on."),
    ],
)
def test_short_and_turned_forms_of_the_same_are_supported(claim: str, cited: str) -> None:
    assert unsupported(claim, cited) is None


def test_a_title_says_who_speaks_and_nothing_of_what_is_so() -> None:
    cited = "I will sign the accord on tea."
    title = "Remarks by President Oduya: fishermen burnt their boats in protest"

    def why(text: str) -> str | None:
        return unsupported(text, cited, context=title)

    assert why("The President said that the accord on tea will be signed.") is None
    assert why("The Chancellor said that the accord on tea will be signed.")
    assert why("The accord on tea will be signed, and fishermen burnt their boats in protest.")


def test_the_day_of_a_briefing_is_known_where_it_is_said_of_the_briefing() -> None:
    def why(when: str) -> str | None:
        cited = "Senegal's grade is exempt up to 1,500 tons."
        return unsupported(f"{when} Senegal's grade is exempt up to 1,500 tons.", cited, date(1970, 7, 14))

    assert why("By the minutes of July 1970") is None
    assert why("By the minutes of June 1970")
    assert why("From July 1970")
