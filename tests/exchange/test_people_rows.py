"""Rows of people become records; what is wrong with a row is said, and only a row without a name is refused."""

from pathlib import Path

import pytest

from eccp_desktop.domain.incoming import IncomingOrganisation, IncomingPerson
from eccp_desktop.domain.vocabulary import OrganisationKind, ParticipantState
from eccp_desktop.exchange.cell_words import organisation_kind, participant_state, priority, request_state
from eccp_desktop.exchange.reading import ReadingFrame
from tests.exchange.files import FRAME, csv_file, one_table, people_of


def person(tmp_path: Path, frame: ReadingFrame = FRAME, **cells: str) -> IncomingPerson:
    named = {
        "Name": "Anna Rossi",
        "Company": "Hub",
        "Country": "Italy",
        **{key.replace("_", " "): value for key, value in cells.items()},
    }
    (found,) = people_of(csv_file(tmp_path / "people.csv", [list(named), list(named.values())]), frame)
    return found


def organisation(tmp_path: Path, frame: ReadingFrame = FRAME, **cells: str) -> IncomingOrganisation:
    found = person(tmp_path, frame, **cells).organisation
    assert found is not None
    return found


def warnings(tmp_path: Path) -> list[tuple[str, str]]:
    return [(note.column, note.reason) for note in one_table(tmp_path / "people.csv").warnings]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna Rossi", ("Anna", "Rossi")),
        ("Rossi, Anna", ("Anna", "Rossi")),
        ("María José de la Cruz", ("María José", "de la Cruz")),
        ("Jan van der Berg", ("Jan", "van der Berg")),
        ("DeShawn McDonald", ("DeShawn", "McDonald")),
        ("Ελένη Παπαδόπουλος", ("Ελένη", "Παπαδόπουλος")),
        ("Plato", ("", "Plato")),
    ],
)
def test_whole_names_are_split_in_their_own_case(tmp_path: Path, name: str, parts: tuple[str, str]) -> None:
    found = person(tmp_path, Name=name)
    assert (found.given_name, found.family_name) == parts


def test_a_row_without_a_name_is_refused_with_its_column(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "people.csv", [("First name", "Last name", "Country"), ("", "", "DE"), ("Jo", "", "PT")])
    table = one_table(path)
    assert [(note.row, note.column, note.reason) for note in table.refused] == [
        (2, "Last name", "The row has no name.")
    ]
    assert [record.row for record in table.records] == [3]


def test_an_impossible_address_is_left_out_with_a_warning(tmp_path: Path) -> None:
    assert person(tmp_path, Email="not an address").email is None
    assert warnings(tmp_path) == [("Email", "This is not an e-mail address; the person comes in without one.")]


def test_of_several_addresses_the_first_is_taken(tmp_path: Path) -> None:
    assert person(tmp_path, Email="anna@x.example; rossi@x.example").email == "anna@x.example"
    assert "several addresses" in warnings(tmp_path)[0][1]


def test_formulas_are_text(tmp_path: Path) -> None:
    found = person(tmp_path, Name="=1+1", Phone="+49 30 1234")
    assert (found.name, found.phone) == ("=1+1", "+49 30 1234")


@pytest.mark.parametrize(
    ("country", "product", "side"),
    [
        *[
            ("DE", "", "EU"),
            ("United States", "", "US"),
            ("Finland", "EU delegation", "EU"),
            ("US", "EU delegate", "EU"),
        ],
        *[("UK", "", "EU"), ("Switzerland", "", None), ("Switzerland", "EU", "EU"), ("Canada", "CA delegation", None)],
        *[("", "US delegate", "US"), ("DE", "Early bird", "EU"), ("", "", None)],
    ],
)
def test_the_side_is_what_a_column_says_or_what_the_country_does(
    tmp_path: Path, country: str, product: str, side: str | None
) -> None:
    assert organisation(tmp_path, Country=country, Product=product).side == side


def test_a_country_of_neither_side_is_said(tmp_path: Path) -> None:
    organisation(tmp_path, Country="Switzerland")
    assert warnings(tmp_path) == [("Country", "This belongs to neither EU nor US: set the side by hand.")]


def test_an_event_without_sides_asks_for_none(tmp_path: Path) -> None:
    assert organisation(tmp_path, ReadingFrame(), Country="Switzerland").side is None
    assert one_table(tmp_path / "people.csv", ReadingFrame()).warnings == ()


def test_lists_and_texts_of_an_organisation(tmp_path: Path) -> None:
    found = organisation(
        tmp_path,
        Country="Italy",
        Areas_of_activities="Food; digital and ICT\nMobility;Food",
        Target_countries="United States;Kanada, México; Atlantis",
        Organisation_type="Cluster organisation",
        Organisation_description="We connect members.\nAnd more.",
        Year_founded="2009",
        Number_of_SMEs="1,200",
    )
    assert found.sectors == ("Food", "Digital and ICT", "Mobility")
    assert found.target_countries == ("US", "CA", "MX")
    assert (found.kind, found.founded, found.members_sme) == (OrganisationKind.CLUSTER, 2009, 1200)
    assert found.description == "We connect members.\nAnd more."
    assert warnings(tmp_path) == [("Target countries", "Atlantis is not known as a country and left out.")]


def test_languages_and_interpreters(tmp_path: Path) -> None:
    found = person(tmp_path, Languages="English, Italienisch; fr", Interpreter="yes")
    assert (found.languages, found.interpreter_needed) == (("en", "it", "fr"), "it")
    assert person(tmp_path, Interpreter="French").interpreter_needed == "fr"
    assert person(tmp_path, Interpreter="no").interpreter_needed is None


@pytest.mark.parametrize(
    "column", ["Interprets", "Can_interpret", "dolmetscht", "fait_l’interprète", "puede_interpretar"]
)
def test_who_interprets_needs_two_languages(tmp_path: Path, column: str) -> None:
    assert person(tmp_path, Languages="English; Greek", **{column: "yes"}).interprets is True
    assert person(tmp_path, Languages="English; Greek", **{column: "no"}).interprets is False
    assert person(tmp_path, Languages="English; Greek", **{column: ""}).interprets is None
    assert person(tmp_path, Languages="English", **{column: "yes"}).interprets is None
    assert warnings(tmp_path)[0][1].startswith("Two languages are needed")
    assert person(tmp_path, Languages="English; Greek", **{column: "perhaps"}).interprets is None


@pytest.mark.parametrize(
    ("word", "state"),
    [
        *[
            ("Attending", ParticipantState.REGISTERED),
            ("Completed", ParticipantState.REGISTERED),
            ("p", ParticipantState.REGISTERED),
        ],
        *[
            ("Not Attending", ParticipantState.CANCELLED),
            ("Refunded", ParticipantState.CANCELLED),
            ("Cancelled", ParticipantState.CANCELLED),
        ],
        *[("canceled", ParticipantState.CANCELLED), ("c", ParticipantState.CANCELLED), ("n", ParticipantState.PENDING)],
        *[
            ("storniert", ParticipantState.CANCELLED),
            ("Annulé", ParticipantState.CANCELLED),
            ("En attente", ParticipantState.PENDING),
        ],
        *[("Pending", ParticipantState.PENDING), ("Withdrawn", ParticipantState.CANCELLED), ("gibberish", None)],
    ],
)
def test_statuses_of_registrations(word: str, state: ParticipantState | None) -> None:
    assert participant_state(word) == state


def test_words_of_requests() -> None:
    assert [request_state(word) for word in ("Accepted", "abgelehnt", "pending", "withdrawn", "?")] == [
        "accepted",
        "declined",
        "open",
        "withdrawn",
        None,
    ]
    assert [priority(word) for word in ("MUST", "hoch", "wish", "2", "vielleicht", "low", "?")] == [
        "must",
        "must",
        "wish",
        "wish",
        "maybe",
        "maybe",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *[
            ("Cluster organisation", OrganisationKind.CLUSTER),
            ("cluster", OrganisationKind.CLUSTER),
            ("SME", OrganisationKind.SME),
        ],
        *[
            ("Small company", OrganisationKind.SME),
            ("Large Company", OrganisationKind.LARGE_COMPANY),
            ("University", OrganisationKind.RESEARCH),
        ],
        *[("Forschungseinrichtung", OrganisationKind.RESEARCH), ("Chamber of commerce", OrganisationKind.SUPPORT)],
        *[
            ("Venture capital investor", OrganisationKind.INVESTOR),
            ("Public authority", OrganisationKind.AUTHORITY),
            ("Zoo", None),
        ],
    ],
)
def test_kinds_of_organisations(text: str, kind: OrganisationKind | None) -> None:
    assert organisation_kind(text) == kind


def test_names_in_more_than_two_columns(tmp_path: Path) -> None:
    rows = [("Voornaam", "Tussenvoegsel", "Achternaam"), ("Jan", "van der", "Berg"), ("Anna", "", "Rossi")]
    people = people_of(csv_file(tmp_path / "people.csv", rows))
    assert [one.family_name for one in people] == ["van der Berg", "Rossi"]
