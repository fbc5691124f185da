"""Countries by code or name, in any language, become ISO codes."""

import pytest
from babel import Locale

from eccp_desktop.exchange.country_names import country_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *[
            ("DE", "DE"),
            ("de", "DE"),
            ("DEU", "DE"),
            ("276", "DE"),
            ("Germany", "DE"),
            ("GERMANY", "DE"),
            ("Deutschland", "DE"),
        ],
        *[("Allemagne", "DE"), ("Niemcy", "DE"), ("Germany (DE)", "DE"), ("UK", "GB"), ("GB", "GB"), ("England", "GB")],
        *[("Great Britain", "GB"), ("GR", "GR"), ("EL", "GR"), ("Ελλάδα", "GR"), ("България", "BG"), ("US", "US")],
        *[
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("United States", "US"),
            ("United States of America", "US"),
            ("Etats-Unis", "US"),
        ],
        *[("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Česko", "CZ"), ("Slovak Republic", "SK"), ("Holland", "NL")],
        *[
            ("The Netherlands", "NL"),
            ("South Korea", "KR"),
            ("Korea, Republic of", "KR"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
        ],
        *[
            ("Viet Nam", "VN"),
            ("Côte d’Ivoire", "CI"),
            ("日本", "JP"),
            (" italy ", "IT"),
            ("Hong Kong", "HK"),
            ("XK", "XK"),
        ],
    ],
)
def test_a_country_is_known_by_many_names(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", "Nowhere", "Europe", "EU", "en", "ZZ", "Akron", "Rome"])
def test_what_is_no_country_has_no_code(text: str) -> None:
    assert country_code(text) is None


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "it", "pl", "nl", "pt", "el", "bg"])
def test_every_country_that_babel_names_is_found(language: str) -> None:
    territories = Locale(language).territories
    for code in (
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GB",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
    ):
        assert country_code(territories[code]) == code
