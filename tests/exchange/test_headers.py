"""Columns are known by their headers in many languages, and by their content where headers do not tell."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from eccp_desktop.domain.incoming import FileKind, IncomingAbsence, IncomingMeeting, IncomingRequest
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.exchange.columns import COLUMNS
from eccp_desktop.exchange.reading import read_file
from tests.exchange.files import FRAME, csv_file, one_table, people_of, xlsx_file

ROSSI = ("Anna", "Rossi", "anna@x.example", "Smart Grid Hub", "Italy")


@pytest.mark.parametrize(
    "headers",
    [
        ("First name", "Last name", "E-mail", "Organisation", "Country"),
        ("Given Name", "Family Name", "Email Address", "Affiliation", "Country/Region"),
        (" first name * ", "SURNAME", "e-mail address:", "Company name", "Home Country"),
        ("Attendee first name", "Attendee last name", "Attendee e-mail", "Attendee company", "Attendee country"),
        ("Vorname", "Nachname", "E-Mail-Adresse", "Firma", "Land"),
        ("Vorname", "Name", "E-Mail", "Unternehmen", "Land"),
        ("Prénom", "Nom", "Adresse e-mail", "Société", "Pays"),
        ("Prénom", "Nom de famille", "Courriel", "Organisme", "Pays"),
        ("Nombre", "Apellidos", "Correo electrónico", "Empresa", "País"),
        ("Nome", "Cognome", "Indirizzo e-mail", "Azienda", "Paese"),
        ("Imię", "Nazwisko", "Adres e-mail", "Organizacja", "Kraj"),
        ("Voornaam", "Achternaam", "E-mailadres", "Bedrijf", "Land"),
        ("Nome", "Apelido", "E-mail", "Empresa", "País"),
        ("Förnamn", "Efternamn", "E-post", "Företag", "Land"),
        ("Etunimi", "Sukunimi", "Sähköposti", "Organisaatio", "Maa"),
        ("Jméno", "Příjmení", "E-mail", "Organizace", "Země"),
        ("Prenume", "Nume", "E-mail", "Companie", "Țară"),
        ("Keresztnév", "Vezetéknév", "E-mail cím", "Szervezet", "Ország"),
        ("Όνομα", "Επώνυμο", "E-mail", "Οργανισμός", "Χώρα"),
        ("Име", "Фамилия", "Имейл", "Организация", "Държава"),
    ],
)
def test_headers_in_many_languages(tmp_path: Path, headers: tuple[str, ...]) -> None:
    (person,) = people_of(csv_file(tmp_path / "people.csv", [headers, ROSSI]))
    assert (person.given_name, person.family_name, person.email) == ("Anna", "Rossi", "anna@x.example")
    assert person.organisation is not None
    assert (person.organisation.name, person.organisation.country, person.organisation.side) == (
        "Smart Grid Hub",
        "IT",
        "EU",
    )


def test_of_repeated_headers_the_first_is_the_persons(tmp_path: Path) -> None:
    headers = ("Attendee name", "Company", "City", "Country", "Company", "City", "Country")
    rows = [headers, ("Anna Rossi", "Hub", "Forlì", "IT", "Invoice Ltd", "Invoice City", "LU")]
    (person,) = people_of(csv_file(tmp_path / "people.csv", rows))
    assert person.organisation is not None
    assert (person.organisation.name, person.organisation.city, person.organisation.country) == ("Hub", "Forlì", "IT")


def test_a_repeated_header_does_not_fill_an_empty_first_column(tmp_path: Path) -> None:
    rows = [
        ("Attendee name", "Company", "Country", "Company", "Country"),
        ("Anna Rossi", "Hub", "", "Invoice Ltd", "LU"),
    ]
    (person,) = people_of(csv_file(tmp_path / "people.csv", rows))
    assert person.organisation is not None
    assert person.organisation.country is None


def test_what_the_invoice_says_is_not_the_persons(tmp_path: Path) -> None:
    rows = [
        ("Invoice e-mail", "Buyer name", "Attendee name", "Billing country"),
        ("pay@x.example", "Bob", "Anna Rossi", "LU"),
    ]
    (person,) = people_of(csv_file(tmp_path / "people.csv", rows))
    assert (person.name, person.email, person.organisation) == ("Anna Rossi", None, None)


def test_the_attendees_address_is_not_the_buyers(tmp_path: Path) -> None:
    rows = [
        ("Email", "Attendee name", "Attendee email"),
        ("pay@x.example", "Anna Rossi", "anna@x.example"),
        ("pay@x.example", "Jo Vaz", ""),
    ]
    assert [one.email for one in people_of(csv_file(tmp_path / "people.csv", rows))] == ["anna@x.example", None]


def test_a_name_beside_both_parts_is_the_whole_and_parts_hold(tmp_path: Path) -> None:
    rows = [("Name", "First Name", "Last Name"), ("Maria del Mar Ruiz", "Maria del Mar", "Ruiz"), ("Jo Vaz", "", "")]
    people = people_of(csv_file(tmp_path / "people.csv", rows))
    assert [(one.given_name, one.family_name) for one in people] == [("Maria del Mar", "Ruiz"), ("Jo", "Vaz")]


def test_a_name_that_holds_the_given_name_is_the_whole(tmp_path: Path) -> None:
    rows = [("Name", "Vorname"), ("Anna Rossi", "Anna"), ("Piet de Vries", "Piet")]
    people = people_of(csv_file(tmp_path / "people.csv", rows))
    assert [(one.given_name, one.family_name) for one in people] == [("Anna", "Rossi"), ("Piet", "de Vries")]


def test_unknown_headers_are_known_by_what_stands_below(tmp_path: Path) -> None:
    rows = [("Name", "Kontaktweg", "Wo"), ("Anna Rossi", "anna@x.example", "Italien"), ("Jo Vaz", "jo@x.example", "PT")]
    table = one_table(csv_file(tmp_path / "people.csv", rows))
    assert table.mapping == {"full name": "Name", "e-mail": "Kontaktweg", "country": "Wo"}


def test_a_title_that_holds_salutations_is_no_job(tmp_path: Path) -> None:
    rows = [("Title", "Name", "Position"), ("Dr.", "Anna Rossi", "CEO"), ("Mr", "Jo Vaz", "Manager")]
    assert [one.job_title for one in people_of(csv_file(tmp_path / "people.csv", rows))] == ["CEO", "Manager"]


def test_lines_above_the_header_and_headers_in_between_are_no_rows(tmp_path: Path) -> None:
    rows = [
        ("Participants, 1 April 2016",),
        (),
        ("First name", "Last name"),
        ("Anna", "Rossi"),
        ("First name", "Last name"),
        ("Jo", "Vaz"),
    ]
    table = one_table(xlsx_file(tmp_path / "people.xlsx", rows))
    assert (table.rows, [record.row for record in table.records]) == (2, [4, 6])


def test_the_side_is_read_from_the_column_that_names_sides(tmp_path: Path) -> None:
    rows = [
        ("Name", "Company", "Ticket type", "Category", "Country"),
        ("Jo Vaz", "Hub", "Early bird", "US delegate", "PT"),
    ]
    (person,) = people_of(csv_file(tmp_path / "people.csv", rows))
    assert person.organisation is not None
    assert person.organisation.side == "US"


def test_requests_availability_and_meetings_are_told_apart(tmp_path: Path) -> None:
    files = {
        "requests": [("From", "To", "Priority"), ("a@x.example", "b@x.example", "must")],
        "anfragen": [("Von", "An", "Priorität"), ("a@x.example", "b@x.example", "muss")],
        "availability": [("Email", "Date", "From", "To"), ("a@x.example", "25.04.2016", "9:00", "10:30")],
        "indisponible": [
            ("Courriel", "Jour", "De", "À", "Motif"),
            ("a@x.example", "25/04/2016", "9h", "10h30", "train"),
        ],
        "meetings": [
            ("Host", "Guest", "Day", "Start", "Table"),
            ("a@x.example", "b@x.example", "2016-04-25", "09:00", "7"),
        ],
    }
    kinds = {name: one_table(csv_file(tmp_path / f"{name}.csv", rows)).kind for name, rows in files.items()}
    assert kinds == {
        "requests": FileKind.REQUESTS,
        "anfragen": FileKind.REQUESTS,
        "availability": FileKind.AVAILABILITY,
        "indisponible": FileKind.AVAILABILITY,
        "meetings": FileKind.MEETINGS,
    }


def test_the_kind_can_be_told(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path / "list.csv", [("Name", "From", "To", "Day"), ("a@x.example", "9:00", "10:00", "2016-04-25")]
    )
    (table,) = read_file(path, FRAME, FileKind.AVAILABILITY)
    assert isinstance(table.records[0], IncomingAbsence)
    with pytest.raises(Refusal):
        read_file(path, FRAME, FileKind.MEETINGS)


def test_sheets_that_list_nothing_are_passed_over_and_it_is_said(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "all.xlsx", [("Name", "E-mail"), ("Anna Rossi", "anna@x.example")])
    book = load_workbook(path)
    book.create_sheet("Hotels").append(["Hotel", "Street"])
    requests = book.create_sheet("Wishes")
    requests.append(["From", "To"])
    requests.append(["anna@x.example", "jo@x.example"])
    book.save(path)
    people, wishes = read_file(path, FRAME)
    assert (people.kind, wishes.kind, wishes.sheet) == (FileKind.PEOPLE, FileKind.REQUESTS, "Wishes")
    assert "Sheet Hotels" in people.warnings[0].reason


@pytest.mark.parametrize(
    "rows", [[("Hotel", "Street"), ("Adler", "Main")], [("anna@x.example", "Anna")], [("First name", "Last name")]]
)
def test_a_file_without_a_table_is_refused(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(Refusal) as refusal:
        read_file(csv_file(tmp_path / "list.csv", rows), FRAME)
    assert refusal.value.code == "file_not_taken"


def test_records_of_programme_files(tmp_path: Path) -> None:
    request = one_table(
        csv_file(tmp_path / "r.csv", [("From", "To", "Status", "Message"), ("Anna", "Jo", "Declined", "x\ny")])
    ).records[0]
    meeting = one_table(
        csv_file(tmp_path / "m.csv", [("Host", "Guest", "Date", "Time", "Table"), ("a", "b", "25.4.2016", "9:00", "3")])
    ).records[0]
    assert isinstance(request, IncomingRequest)
    assert (request.state, request.message) == ("declined", "x\ny")
    assert isinstance(meeting, IncomingMeeting)
    assert (str(meeting.day), str(meeting.start), meeting.table) == ("2016-04-25", "09:00:00", "3")


def test_no_alias_stands_for_two_fields_of_a_kind_but_where_content_decides() -> None:
    seen: dict[tuple[FileKind, str], str] = {}
    doubled: set[str] = set()
    for column in COLUMNS:
        for name in column.names():
            if seen.setdefault((column.kind, name), column.field) != column.field:
                doubled.add(name)
    # Given names and whole names share a word in some languages; the columns beside them settle it.
    assert doubled <= {"vards", "имя"}
