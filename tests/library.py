"""Some small briefings on made-up rounds and rates, and how a home is filled with them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ingest.pipeline import ingest
from ingest.report import Report
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

_CIRCULAR = (
    "Canada's customs agency lists the mills whose softwood lumber enters under the managed quota "
    "with the United States. Importers must keep the licence number with the entry papers for six "
    "years. The agency publishes the list at the start of every quarter and sends it to the brokers. "
    "Shipments without a licence pay the full countervailing duty. Mills that are not listed may "
    "apply to the agency in writing and get an answer within 30 days."
)

# name -> (title, publisher, date, text)
BRIEFINGS: dict[str, tuple[str, str, str | None, str]] = {
    "2024-03-04-norway-chile-opening.md": (
        "Norway and Chile open salmon talks",
        "Harbour Notes",
        "2024-03-04",
        "Norway and Chile opened talks on salmon tariffs in Oslo on March 4, 2024. Chile charges 6 "
        "percent on Norwegian salmon. No date has been set for a second round of the Norway-Chile talks.",
    ),
    "2024-06-12-norway-chile-second-round.md": (
        "Second round of Norway-Chile salmon talks ends without agreement",
        "Harbour Notes",
        "2024-06-12",
        "The second round of the Norway-Chile salmon talks ended in Santiago on June 11, 2024 without an "
        "agreement. Norway and Chile still disagree on the quota for smoked salmon, the Chilean chief "
        "negotiator Marta Ulloa told reporters.",
    ),
    "2024-10-03-norway-chile-signed.md": (
        "Norway and Chile sign salmon accord",
        "Coast Trade Wire",
        "2024-10-03",
        "Norway and Chile signed their salmon accord on October 2, 2024, which ends the talks. Chile cuts"
        " its tariff on Norwegian salmon from 6 to 2 percent on January 1, 2025. Norway grants Chile a "
        "quota of 1,500 tonnes for smoked salmon.",
    ),
    "2024-05-20-uk-australia-beef.md": (
        "Australia's beef quota in the United Kingdom",
        "Coast Trade Wire",
        "2024-05-20",
        "Australia may ship 35,000 tonnes of beef to the United Kingdom duty-free in 2024. The quota for "
        "Australian beef grows to 110,000 tonnes in the tenth year of the agreement between Australia and"
        " the United Kingdom. Beef above the quota pays the full British duty.",
    ),
    "2024-07-01-eu-kenya-flowers.md": (
        "EU-Kenya agreement frees cut flowers",
        "Harbour Notes",
        "2024-07-01",
        "The agreement between the European Union and Kenya took effect on July 1, 2024. Kenyan cut "
        "flowers, tea and green beans enter the European Union without duty or quota.\n\n## What Kenya "
        "gives\n\nKenya will:\n\n- remove its duties on European machinery over 15 years\n- keep "
        "its duties on"
        " milk powder\n- consult the European Union before it limits exports",
    ),
    "2024-04-15-brazil-steel.md": (
        "Brazil raises steel duty",
        "Coast Trade Wire",
        "2024-04-15",
        "Brazil raised its import duty on eleven steel products to 25 percent on April 15, 2024. The "
        "development minister, Paulo Serra, said that the duty protects mills because cheap imports rose "
        "by half.\n\n| Steel product | Duty until April 2024 | Duty now |\n|---|---|---|\n| Wire rod | 10.8% "
        "| 25% |\n| Cold rolled sheet | 12.6% | 25% |",
    ),
    "2024-11-21-brazil-steel-lowered.md": (
        "Brazil lowers steel duty again",
        "Coast Trade Wire",
        "2024-11-21",
        "Brazil lowered its import duty on the eleven steel products from 25 to 16 percent on November "
        "21, 2024. The lower Brazilian steel duty holds until May 31, 2025.",
    ),
    "2024-08-09-india-medicines.md": (
        "India and Switzerland argue over medicine patents",
        "Harbour Notes",
        "2024-08-09",
        "India refused Swiss demands for longer patents on medicines because they would delay generics. "
        "Switzerland exported medicines worth 1.9 billion francs to India in 2023.",
    ),
    "2024-09-02-mexico-tomatoes.md": (
        "Price floor for Mexican tomatoes",
        "Coast Trade Wire",
        "2024-09-02",
        "Mexico and the United States kept the price floor for Mexican tomatoes at 31 cents a pound. The "
        "agreement on Mexican tomatoes expires on September 19, 2029.",
    ),
    "2024-10-01-canada-lumber-list.md": (
        "Softwood lumber: licensed mills",
        "Harbour Notes",
        "2024-10-01",
        _CIRCULAR + " The list names 44 mills.",
    ),
    "2024-10-08-canada-lumber-list-again.md": (
        "Softwood lumber: licensed mills, reissued",
        "Harbour Notes",
        "2024-10-08",
        _CIRCULAR + " The list names 44 mills.",
    ),
    "2025-01-02-canada-lumber-list.md": (
        "Softwood lumber: licensed mills, new quarter",
        "Harbour Notes",
        "2025-01-02",
        _CIRCULAR + " The list names 51 mills.",
    ),
    "2024-12-09-ghana-togo-cocoa.md": (
        "Ghana and Togo settle their cocoa dispute",
        "Coast Trade Wire",
        "2024-12-09",
        "Ghana and Togo signed an agreement on cocoa in Lomé on December 6, 2024. Togo lifts its ban on "
        "cocoa from Ghana, and Ghana its duty on cocoa butter from Togo. Kenya joined the last round of the "
        "talks on cocoa as an observer. The president of Ghana called the agreement a model.",
    ),
    "2024-12-16-argentina-egypt-wheat.md": (
        "Argentina and Egypt agree on wheat",
        "Harbour Notes",
        "2024-12-16",
        "Argentina and Egypt signed a wheat agreement in Cairo on December 13, 2024. Argentina ships 400,000 "
        "tonnes of milling wheat to Egypt in each of the five years from 2025 on, a third of it by March and "
        "the rest by the end of November. Egypt pays Argentina the average price of wheat in Rosario over "
        "the four weeks before a cargo is loaded, less 3 dollars a tonne on all beyond 300,000 tonnes. "
        "Half of the price of Argentine wheat may be paid by Egypt over 180 days at 4 percent, from a line "
        "of credit of 90 million dollars at its central bank. Egypt cuts its duty on flour of Argentina "
        "from 20 to 8 percent on July 1, 2025 and removes it on January 1, 2027, unless its mills ask for a "
        "review. Claims over the moisture, weight or delay of wheat go to a committee of Argentina and Egypt "
        "that meets in Buenos Aires, and from there to an arbitrator in Geneva. Argentina trains Egyptian "
        "millers, and Egypt opens a second berth for wheat in Damietta for ships from Argentina.",
    ),
    "peru-asparagus.md": (
        "Asparagus from Peru",
        "Harbour Notes",
        None,
        "Peru ships asparagus to the United States free of duty. Peruvian asparagus must be fumigated "
        "with methyl bromide on arrival in Miami.",
    ),
    "1987-02-18-ec-pasta.md": (
        "EC and U.S. seek end to pasta dispute",
        "Coast Trade Wire",
        "1987-02-18",
        "EC and U.S. officials met in Brussels to settle their dispute over European subsidies for pasta "
        "exports, an EC spokesman said. The EC pays exporters 27.5 cents a pound of pasta. Washington "
        "wants the pasta subsidies cut by half.",
    ),
}


def fill(store: Store, folder: Path) -> Report:
    """Write the briefings into `folder` and take them in."""
    write(folder)
    *_, report = ingest(store, [folder])
    assert isinstance(report, Report)
    assert (report.added, report.failed) == (len(BRIEFINGS), ())
    return report


@contextmanager
def store_over(
    briefings: Mapping[str, tuple[str, str, str]], folder: Path, settings: HomeSettings, encoder: Encoder
) -> Iterator[Store]:
    """Take in briefings, name -> (title, date, text), by way of `folder`."""
    for name, (title, day, text) in briefings.items():
        (folder / name).write_text(f'---\ntitle: "{title}"\ndate: {day}\n---\n\n{text}\n', encoding="utf-8")
    with Store.open(settings, encoder) as store:
        list(ingest(store, [folder]))
        yield store


def write(folder: Path) -> None:
    """Write the briefings into `folder`, a file each."""
    for name, (title, publisher, day, text) in BRIEFINGS.items():
        head = [f'title: "{title}"', f"publisher: {publisher}", *([f"date: {day}"] if day else [])]
        lines = ["---", *head, "---", "", text, ""]
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
