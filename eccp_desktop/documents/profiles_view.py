"""What the catalogue of organisations shows."""

from dataclasses import dataclass

from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class Profile:
    """An organisation. `country` and `targets` are ISO 3166-1 alpha-2; `kind` is a marked word."""

    name: str
    kind: str
    side: str = ""
    country: str = ""
    region: str = ""
    city: str = ""
    website: str = ""
    link: str = ""
    founded: int | None = None
    members: tuple[tuple[str, int], ...] = ()
    """How many of each kind, by a marked text with {number}."""
    sectors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    description: str = ""
    offers: str = ""
    seeks: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfilesView:
    """The document `catalogue`: profiles in the order of countries, and there of names."""

    event: EventHead
    profiles: tuple[Profile, ...]
