"""Who does what to which goods, told in other words."""

# (kind, what is cited, a claim that it supports, a claim that it does not)
SUBJECTS = [
    (
        "rather than",
        "Lyon, not Bonn, is behind the offer on jute.",
        "Lyon rather than Bonn is behind the offer on jute.",
        "Bonn is behind the offer on jute.",
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
        "goods of which nothing is said",
        "Kenya frees flowers and tea from duty.",
        "Tea and flowers are freed from duty by Kenya.",
        "Kenya frees wheat from duty.",
    ),
    (
        "crossed facts",
        "Peru pays 12 percent. Chile pays 30 percent.",
        "Chile pays 30 percent and Peru 12 percent.",
        "The rate of 12 percent holds for Chile.",
    ),
    (
        "short for small letters",
        "Producers want 1,600 special drawing rights a tonne.",
        "Producers want 1,600 SDRs a tonne.",
        "Producers want 1,600 BTUs a tonne.",
    ),
    (
        "goods",
        "Austria lifted its quota on Slovak barley and timber.",
        "Austria's quota on Slovak lumber and barley was lifted.",
        "Austria lifted its quota on Slovak sugar and timber.",
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
        "imports and exports",
        "Nigeria's imports of flour doubled in 1979.",
        "In 1979 Nigerian imports of flour doubled.",
        "Nigeria's exports of flour doubled in 1979.",
    ),
    (
        "by whom, and against whom",
        "The complaint was lodged by the weavers.",
        "The weavers lodged the complaint.",
        "The complaint was lodged against the weavers.",
    ),
]
