"""Names are split and joined as people write them."""

import pytest

from eccp_desktop.domain.names import filing_key, filing_letter, full_name, initialled, list_name, split_name


@pytest.mark.parametrize(
    ("name", "given_name", "family_name"),
    [
        ("Anna Rossi", "Anna", "Rossi"),
        ("Rossi, Anna", "Anna", "Rossi"),
        ("ROSSI Anna", "Anna", "ROSSI"),
        ("Anna Maria DE LA CRUZ", "Anna Maria", "DE LA CRUZ"),
        ("ANNA ROSSI", "ANNA", "ROSSI"),
        ("JP Smith", "JP", "Smith"),
        ("Maria de la Cruz", "Maria", "de la Cruz"),
        ("Jan-Willem van 't Hart", "Jan-Willem", "van 't Hart"),
        ("Ελένη Παπαδόπουλος", "Ελένη", "Παπαδόπουλος"),
        ("Plato", "", "Plato"),
        ("", "", ""),
    ],
)
def test_a_whole_name_is_split(name: str, given_name: str, family_name: str) -> None:
    assert split_name(name) == (given_name, family_name)


def test_names_are_said_and_looked_up() -> None:
    assert full_name("Anna", "Rossi") == "Anna Rossi"
    assert list_name("Anna", "Rossi") == "Rossi, Anna"
    assert (full_name("", "Plato"), list_name("", "Plato")) == ("Plato", "Plato")


def test_names_stand_in_one_order_whatever_marks_are_in_them() -> None:
    stand = [
        "Dabrowicz, Jan",
        "D'Agostini, Lia",
        "Dahl, Nils",
        "Rossi, Zoe",
        "Rossi Bianchi, Anna",
        "Rossi-Conti, Ugo",
        "12, 7",
    ]

    assert sorted({*stand}, key=filing_key) == stand
    assert [filing_letter(name) for name in ("'t Hooft, Gerard", "12, 7")] == ["T", "#"]


def test_only_scripts_with_capitals_have_initials() -> None:
    assert initialled("Anna Rossi", "Rossi") == "A. Rossi"
    assert initialled("Νίκος Παπαδόπουλος", "Παπαδόπουλος") == "Ν. Παπαδόπουλος"
    assert initialled("若曦 欧阳", "欧阳") == "若曦 欧阳"
    assert initialled("عبد الرحمن الأنصاري", "الأنصاري") == "عبد الرحمن الأنصاري"
    assert initialled("Plato", "Plato") == "Plato"
