"""Words of event tools for states, priorities and kinds, in the languages in which organisers write them."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from babel import Locale

from eccp_desktop.domain.matching import plain, plain_words
from eccp_desktop.domain.vocabulary import OrganisationKind, ParticipantState, Priority, RequestState

Word = TypeVar("Word", bound=StrEnum)

_PARTICIPANT_STATES: Mapping[ParticipantState, str] = {
    ParticipantState.REGISTERED: (
        "registered|attending|attended|completed|complete|confirmed|paid|p|checked in|approved|accepted|active"
        "|valid|validated|yes|y|true|1|free|ok"
        "|angemeldet|bestatigt|bezahlt|teilnehmend|nimmt teil|ja|inscrit|confirme|paye|oui|valide|inscrito"
        "|confirmado|pagado|si|iscritto|confermato"
        "|pagato|zarejestrowany|potwierdzony|oplacony|tak|geregistreerd|bevestigd|betaald|sim|registriert"
    ),
    ParticipantState.PENDING: (
        "pending|n|unpaid|waiting|waiting list|waitlist|waitlisted|invited|awaiting payment|awaiting approval"
        "|in progress|incomplete|new|draft"
        "|not validated|no|false|0|maybe|tentative|ausstehend|offen|warteliste|unbezahlt|nein|en attente"
        "|liste d attente|non paye|non|pendiente"
        "|lista de espera|sin pagar|in attesa|in sospeso|non pagato|oczekujacy|oczekuje|lista rezerwowa"
        "|nieoplacony|nie|in afwachting|nee|pendente"
    ),
    ParticipantState.CANCELLED: (
        "cancelled|canceled|c|not attending|refunded|expired|e|rejected|declined|withdrawn|deleted|deactivated"
        "|inactive|no show|not coming|transferred"
        "|storniert|abgesagt|abgemeldet|erstattet|annulliert|nimmt nicht teil|abgelehnt|annule|rembourse|refuse"
        "|absent|cancelado|anulado|reembolsado"
        "|rechazado|no asiste|annullato|cancellato|rimborsato|rifiutato|anulowany|anulowana|odwolany|zwrocony"
        "|rezygnacja|geannuleerd|afgemeld"
    ),
}
_REQUEST_STATES: Mapping[RequestState, str] = {
    RequestState.OPEN: (
        "open|pending|requested|sent|new|waiting|unanswered|offen|ausstehend|angefragt|en attente|ouvert|demande"
        "|pendiente|abierto|enviada|in attesa"
        "|aperto|inviata|oczekujace|otwarte|wyslane|in afwachting|aberto|pendente"
    ),
    RequestState.ACCEPTED: (
        "accepted|confirmed|approved|agreed|yes|ok|angenommen|akzeptiert|bestatigt|zugesagt|ja|accepte|acceptee"
        "|confirme|oui|aceptado|aceptada"
        "|confirmado|si|accettato|accettata|confermato|zaakceptowane|zaakceptowany|przyjete|potwierdzone|tak"
        "|geaccepteerd|aceite|sim"
    ),
    RequestState.DECLINED: (
        "declined|rejected|refused|denied|no|no thanks|not interested|abgelehnt|abgesagt|nein|refuse|refusee"
        "|decline|non|rechazado|rechazada"
        "|rifiutato|rifiutata|odrzucone|odrzucony|odmowa|nie|geweigerd|afgewezen|recusado"
    ),
    RequestState.WITHDRAWN: (
        "withdrawn|cancelled|canceled|revoked|deleted|zuruckgezogen|storniert|retire|retiree|annule|annulee"
        "|retirado|retirada|cancelado|ritirato"
        "|annullato|wycofane|anulowane|ingetrokken"
    ),
    RequestState.EXPIRED: "expired|timed out|abgelaufen|expire|expiree|caducado|expirado|scaduto|wygaslo|wygasle|verlopen",
}
_PRIORITIES: Mapping[Priority, str] = {
    Priority.MUST: (
        "must|must have|must meet|essential|high|very high|top|urgent|required|1|a|h|muss|hoch|sehr hoch|wichtig"
        "|obligatoire|indispensable|haute|elevee"
        "|imprescindible|obligatorio|alta|alto|essenziale|indispensabile|konieczny|konieczne|musi|wysoki|wysoka"
        "|wysoki priorytet|hoog|moet|essencial"
    ),
    Priority.WISH: (
        "wish|want|would like|should|medium|normal|middle|standard|2|b|m|wunsch|mittel|soll|souhait|souhaite"
        "|moyenne|moyen|normale|deseo|deseable|media"
        "|medio|desiderio|desiderato|zyczenie|chcialbym|sredni|srednia|wens|gemiddeld|desejo"
    ),
    Priority.MAYBE: (
        "maybe|perhaps|could|nice to have|optional|low|if possible|3|c|l|vielleicht|niedrig|gering|kann|optionnel"
        "|peut etre|basse|faible|quizas|tal vez"
        "|opcional|baja|bajo|forse|facoltativo|bassa|basso|moze|byc moze|niski|niska|opcjonalnie|misschien|laag"
        "|talvez|baixa"
    ),
}
_KIND_STEMS: tuple[tuple[str, OrganisationKind], ...] = (
    ("cluster klaster grappe", OrganisationKind.CLUSTER),
    ("sme smes small startup kmu mittelstand pme pyme pmi msp mkb petite pequena piccola micro", OrganisationKind.SME),
    ("large grossunternehmen konzern corporat grande duze multinational", OrganisationKind.LARGE_COMPANY),
    (
        "research universit universyt universid academ hochschul forschung recherche investiga ricerca badaw onderzoek rto laborat",
        OrganisationKind.RESEARCH,
    ),
    ("investor investis invers invest venture bank angel fund kapital", OrganisationKind.INVESTOR),
    (
        "public authorit behorde ministr govern gobierno autorit municip regional state administra wladz",
        OrganisationKind.AUTHORITY,
    ),
    (
        "support chamber agency agentur agence agencia agenzia association verband network "
        "incubat accelerat foundation ngo kammer camara",
        OrganisationKind.SUPPORT,
    ),
    (
        "company compan business firm enterprise unternehmen entreprise empresa azienda impresa bedrijf przedsiebior start",
        OrganisationKind.SME,
    ),
)
_YES = frozenset({"yes", "y", "true", "1", "x", "ja", "oui", "si", "sim", "tak"})
_NO = frozenset({"no", "n", "false", "0", "nein", "non", "nao", "nie", "nee", "none"})
_AGREEING = (
    *("agree", "accept", "consent", "i agree", "i accept", "i consent", "i have read", "given", "granted", "checked"),
    *("einverstanden", "zugestimmt", "akzeptiert", "ich stimme", "ich habe", "j accepte", "accepte", "d accord"),
    *("acepto", "aceptado", "de acuerdo", "accetto", "accettato", "acconsento", "zgadzam", "wyrazam zgode", "akkoord"),
)


def participant_state(text: str) -> ParticipantState | None:
    """What a registration's status says; None for an unknown word."""
    return _PARTICIPANT_STATE_OF.get(plain(text))


def request_state(text: str) -> RequestState | None:
    """What a request's status says; None for an unknown word."""
    return _REQUEST_STATE_OF.get(plain(text))


def priority(text: str) -> Priority | None:
    """How much a meeting is wanted; None for an unknown word."""
    return _PRIORITY_OF.get(plain(text))


def organisation_kind(text: str) -> OrganisationKind | None:
    """The kind of organisation that a text describes, by the beginnings of its words; None where nothing tells."""
    exact = next((kind for kind in OrganisationKind if plain(kind) == plain(text)), None)
    if exact is not None:
        return exact
    words = plain_words(text)
    return next(
        (kind for stems, kind in _KIND_STEMS for stem in stems.split() if any(word.startswith(stem) for word in words)),
        None,
    )


def yes_or_no(text: str) -> bool | None:
    """What a tick says; None for anything else."""
    word = plain(text)
    return True if word in _YES else (False if word in _NO else None)


def agrees(text: str) -> bool | None:
    """Whether a sentence beside a tick says that somebody agrees; None where it does not begin so."""
    return True if plain(text).startswith(_AGREEING) else None


def language_code(text: str) -> str | None:
    """The ISO 639-1 code of a language given by code or by its name in a larger language of Europe."""
    return _languages().get(plain(text))


def _index(words: Mapping[Word, str]) -> dict[str, Word]:
    return {alias: value for value, aliases in words.items() for alias in (plain(value), *aliases.split("|"))}


_PARTICIPANT_STATE_OF = _index(_PARTICIPANT_STATES)
_REQUEST_STATE_OF = _index(_REQUEST_STATES)
_PRIORITY_OF = _index(_PRIORITIES)


@cache
def _languages() -> dict[str, str]:
    known: dict[str, str] = {}
    for locale in ("en", "de", "fr", "es", "it", "pl", "nl", "pt"):
        for code, name in Locale(locale).languages.items():
            if len(code) == 2:
                known.setdefault(plain(name), code)
                known.setdefault(code, code)
    return known
