"""When two records of one person become one, the badges of both still mean that person."""

import secrets

import pytest

from eccp_desktop.actions.erase_people import EraseAllPersonal, ErasePeople
from eccp_desktop.actions.import_files import ImportFiles
from eccp_desktop.actions.merge_people import MergePeople
from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.desk.people_search import PeopleSearch
from eccp_desktop.desk.scripting import intent_from_words
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.incoming import FileKind, IncomingPerson, IncomingTable
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.store.reads.history import history_of_rows, rows_of_participant
from eccp_desktop.store.reads.naming import participant_id


def register(desk: Desk, name: str) -> DeskPerson:
    return of(desk, desk.do(RegisterWalkIn(name)))


def of(desk: Desk, person: ParticipantId) -> DeskPerson:
    return desk.read(desk_people, [person])[0]


def owners(desk: Desk, code: str) -> tuple[str, ...]:
    """The names of whom a scan of this code finds at the desk."""
    return tuple(person.name for person in PeopleSearch(desk).index.by_code(code))


def test_the_code_of_the_record_that_went_finds_who_stayed(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    desk.do(MergePeople(anna.id, anne.id))
    assert of(desk, anna.id).former_codes == (anne.code,)
    assert owners(desk, anne.code) == owners(desk, anna.code) == ("Anna Rossi",)
    assert desk.read(participant_id, anne.code.lower()) == anna.id
    assert desk.read(problems) == []


def test_where_the_badge_of_the_other_is_taken_the_own_one_still_counts(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    desk.do(MergePeople(anna.id, anne.id, ("badge",)))
    kept = of(desk, anna.id)
    assert (kept.code, kept.former_codes) == (anne.code, (anna.code,))


def test_three_records_become_one_with_three_badges(desk: Desk) -> None:
    anna, anne, ana = (register(desk, name) for name in ("Anna Rossi", "Anne Rossi", "Ana Rossi"))
    desk.do(MergePeople(anne.id, ana.id))
    desk.do(MergePeople(anna.id, anne.id))
    assert {name for one in (anna, anne, ana) for name in owners(desk, one.code)} == {"Anna Rossi"}
    assert set(of(desk, anna.id).former_codes) == {anne.code, ana.code}
    desk.undo()
    assert of(desk, anne.id).former_codes == (ana.code,)
    assert (owners(desk, anna.code), owners(desk, ana.code)) == (("Anna Rossi",), ("Anne Rossi",))
    assert desk.read(problems) == []


def test_whoever_holds_the_old_badge_is_checked_in_by_it(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    desk.do(MergePeople(anna.id, anne.id))
    desk.do(intent_from_words(desk, "mark-gone", {"who": anne.code}))
    assert of(desk, anna.id).presence is Presence.GONE
    desk.do(CheckIn(anne.code))
    assert of(desk, anna.id).presence is Presence.HERE


def test_undo_gives_the_code_back(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    desk.do(MergePeople(anna.id, anne.id))
    desk.undo()
    assert owners(desk, anne.code) == ("Anne Rossi",)
    assert of(desk, anna.id).former_codes == ()
    desk.redo()
    assert owners(desk, anne.code) == ("Anna Rossi",)
    assert desk.read(problems) == []


def test_the_list_of_the_desk_follows_the_merge_and_its_undo(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    people = PeopleSearch(desk)
    desk.listen(people.follow)
    desk.do(MergePeople(anna.id, anne.id))
    assert [person.id for person in people.index.by_code(anne.code)] == [anna.id]
    assert people.index.certain(anne.code) == anna.id
    assert [person.id for person in people.index.search(anne.code[:4])] == [anna.id]
    desk.undo()
    assert [person.id for person in people.index.by_code(anne.code)] == [anne.id]


def test_no_walk_in_is_given_a_code_that_is_on_an_old_badge(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    desk.do(MergePeople(anna.id, anne.id))
    drawn = iter(f"{anne.code[:5]}{anna.code[:5]}AAAAA")
    monkeypatch.setattr(secrets, "choice", lambda _letters: next(drawn))
    assert register(desk, "Emily Ross").code.startswith("AAAAA")


def test_an_import_by_the_old_code_means_who_stayed(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    desk.do(MergePeople(anna.id, anne.id))
    record = IncomingPerson(2, "Anna", "Rossi", job_title="Director", code=anne.code)
    table = IncomingTable("people.csv", "", FileKind.PEOPLE, ("Header",), 1, (record,))
    desk.do(ImportFiles((table,)))
    assert [person.id for person in desk.read(desk_people)] == [anna.id]


def test_a_sheet_is_printed_for_the_old_code(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    desk.do(MergePeople(anna.id, anne.id))
    by_old, by_new = (Papers(desk).draw(PrintJob("badges", who=(code,))) for code in (anne.code, anna.code))
    assert [sheet.person for sheet in by_old.sheets] == [anna.id]
    assert by_old.pdf == by_new.pdf


def test_the_history_of_who_stayed_knows_what_the_other_record_went_through(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Anne Rossi")
    desk.do(MergePeople(anna.id, anne.id))
    steps = desk.read(history_of_rows, desk.read(rows_of_participant, anna.id))
    assert [step.action for step in steps] == ["merge-people", "register-walk-in", "register-walk-in"]


@pytest.mark.parametrize("everybody", [False, True], ids=["one person", "everybody"])
def test_erasing_takes_old_codes_out_of_the_file_and_out_of_its_history(desk: Desk, *, everybody: bool) -> None:
    anna, anne, ana = (register(desk, name) for name in ("Anna Rossi", "Annegret Rosso", "Anastasia Rossini"))
    desk.do(MergePeople(anne.id, ana.id))
    desk.do(MergePeople(anna.id, anne.id))
    assert ana.code.encode() in desk.file.path.read_bytes()
    desk.do(EraseAllPersonal() if everybody else ErasePeople((ana.code,)))
    content = desk.file.path.read_bytes()
    for word in (anna.code, anne.code, ana.code, "Annegret", "Rosso", "Anastasia"):
        assert word.encode() not in content, word
    with pytest.raises(Refusal, match="nobody_has_code"):
        desk.read(participant_id, ana.code)
    assert desk.read(problems) == []


def test_erasing_who_was_merged_by_mistake_takes_the_code_out_that_undo_gave_back(desk: Desk) -> None:
    anna, anne = register(desk, "Anna Rossi"), register(desk, "Annegret Rosso")
    desk.do(MergePeople(anna.id, anne.id))
    desk.undo()
    desk.do(ErasePeople((anne.id,)))
    assert anne.code.encode() not in desk.file.path.read_bytes()
    assert of(desk, anna.id).name == "Anna Rossi"
    assert desk.read(problems) == []
