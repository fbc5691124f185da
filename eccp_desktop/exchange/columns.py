"""Every column that can be imported is a line here: what it is called in the files of event tools and in other languages.

Aliases are compared as plain words (no case, accents, punctuation). A column named "name" beside one for the given name holds
the family name, and the other way round: `headers.py` settles that.
"""

from dataclasses import dataclass
from enum import StrEnum

from eccp_desktop.domain.incoming import FileKind


class Field(StrEnum):
    """What a column says; the words are those of mappings, reports and the import page."""

    NAME = "name"
    FULL_NAME = "full name"
    GIVEN_NAME = "given name"
    MIDDLE_NAME = "middle name"
    FAMILY_PREFIX = "family name prefix"
    FAMILY_NAME = "family name"
    EMAIL = "e-mail"
    PHONE = "phone"
    JOB_TITLE = "job title"
    BADGE_CODE = "badge code"
    BADGE_NAME = "name on badge"
    STATUS = "status"
    LANGUAGES = "languages"
    INTERPRETER = "interpreter needed"
    INTERPRETS = "interprets"
    NOTES = "notes"
    REFERENCE = "outside reference"
    ARRIVAL = "arrival"
    ARRIVAL_TIME = "time of arrival"
    DEPARTURE = "departure"
    DEPARTURE_TIME = "time of departure"
    CONSENT = "consent"
    CONSENT_AT = "consent at"
    CONSENT_VERSION = "consent version"
    ORGANISATION = "organisation"
    ORGANISATION_KIND = "kind of organisation"
    SIDE = "side"
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    WEBSITE = "website"
    PROFILE_LINK = "profile link"
    DESCRIPTION = "description"
    OFFERS = "offers"
    SEEKS = "seeks"
    FOUNDED = "year founded"
    MEMBERS_SME = "members: SMEs"
    MEMBERS_LARGE = "members: large companies"
    MEMBERS_RESEARCH = "members: research"
    SECTORS = "sectors"
    TARGET_COUNTRIES = "target countries"
    PROGRAMMES = "programmes"
    SENDER = "from"
    RECEIVER = "to"
    PRIORITY = "priority"
    MESSAGE = "message"
    WHO = "who"
    DAY = "day"
    START = "unavailable from"
    END = "unavailable to"
    REASON = "reason"
    HOST = "host"
    GUEST = "guest"
    TABLE = "table"
    TIME = "time"


class Content(StrEnum):
    """What the cells of a column look like, where they look like anything."""

    TEXT = "text"
    EMAIL = "e-mail"
    COUNTRY = "country"
    COUNTRIES = "countries"
    SIDE = "side"
    STATUS = "status"
    PRIORITY = "priority"
    DAY = "day"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Column:
    """One importable column of files of one kind. `aliases` are separated by bars."""

    kind: FileKind
    field: Field
    content: Content
    aliases: str

    def names(self) -> tuple[str, ...]:
        return tuple(self.aliases.split("|"))


_PEOPLE, _REQUESTS, _AVAILABILITY, _MEETINGS, _ = FileKind

# A line or two for each column: laid out by hand.
# fmt: off
COLUMNS: tuple[Column, ...] = (
    Column(_PEOPLE, Field.NAME, Content.TEXT,
        "name|nom|nombre|nome|naam|navn|namn|nimi|jmeno|meno|nev|nume|ime|vardas|vards|ονομα|име|имя"),
    Column(_PEOPLE, Field.FULL_NAME, Content.TEXT,
        "full name|fullname|attendee|attendee name|participant name|participant|delegate|delegate name|complete name"
        "|display name|person|contact person|contact name|name surname|first and last name|vollstandiger name"
        "|teilnehmer|teilnehmerin|ansprechpartner|vor und nachname|name vorname|nom complet|nom et prenom"
        "|nom prenom|prenom nom|participante|nombre completo|nombre y apellidos|nome completo|nome e cognome"
        "|nominativo|imie i nazwisko|uczestnik|volledige naam|deelnemer|fulde navn|fullstandigt namn|koko nimi"
        "|cele jmeno|teljes nev|nume complet|ime i prezime|ονοματεπωνυμο|полное имя"),
    Column(_PEOPLE, Field.GIVEN_NAME, Content.TEXT,
        "first name|firstname|given name|givenname|given names|forename|christian name|name given name|given|first"
        "|vorname|vornamen|rufname|prenom|prenoms|nombre de pila|primer nombre|nome proprio|primeiro nome|imie"
        "|imiona|voornaam|fornavn|fornamn|etunimi|krestni jmeno|krstne meno|keresztnev|utonev|prenume|osobno ime"
        "|eesnimi|vards|first name s|собствено име|имя"),
    Column(_PEOPLE, Field.MIDDLE_NAME, Content.TEXT, "middle name|middle names|second given name|zweiter vorname"),
    Column(_PEOPLE, Field.FAMILY_PREFIX, Content.TEXT,
        "tussenvoegsel|tussenvoegsels|surname prefix|last name prefix|namenszusatz|namensvorsatz|infix|particule"),
    Column(_PEOPLE, Field.FAMILY_NAME, Content.TEXT,
        "last name|lastname|surname|family name|familyname|family|last|second name|name family name|nachname"
        "|nachnamen|familienname|zuname|nom de famille|apellido|apellidos|primer apellido|cognome|cognomi|sobrenome"
        "|apelido|ultimo nome|nazwisko|achternaam|familienaam|efternavn|etternavn|efternamn|sukunimi|prijmeni"
        "|priezvisko|vezeteknev|csaladnev|nume de familie|prezime|priimek|perekonnanimi|uzvards|pavarde|επωνυμο"
        "|επιθετο|фамилия|фамилно име|прізвище|soyadi|last name s|surname s"),
    Column(_PEOPLE, Field.EMAIL, Content.EMAIL,
        "email|e mail|email address|e mail address|emailaddress|mail|mail address|contact email|work email"
        "|business email|mailadresse|e mail adresse|email adresse|emailadresse|adresse email|adresse e mail"
        "|adresse mail|adresse electronique|courriel|courrier electronique|correo|correo electronico"
        "|email de contacto|indirizzo email|indirizzo e mail|posta elettronica|adres email|adres e mail"
        "|adres poczty elektronicznej|endereco de email|endereco de e mail|e mailadres|emailadres|e post|epost"
        "|e postadress|epostadresse|sahkoposti|sahkopostiosoite|e mailova adresa|mailova adresa|e mail cim"
        "|email cim|adresa de email|e naslov|e posta|e pasts|el pastas|ηλεκτρονικη διευθυνση"
        "|ηλεκτρονικο ταχυδρομειο|имейл|имейл адрес|електронна поща|электронная почта"),
    Column(_PEOPLE, Field.PHONE, Content.TEXT,
        "phone|phone number|phone no|telephone|telephone number|tel|tel no|mobile|mobile phone|mobile number|cell"
        "|cell phone|gsm|work phone|contact phone|telefon|telefonnummer|telefon nr|handy|handynummer|mobil"
        "|mobiltelefon|rufnummer|numero de telephone|portable|telefono|telefono movil|movil|cellulare"
        "|numero di telefono|numer telefonu|telemovel|telefone|telefoonnummer|telefoon|puhelin|puhelinnumero"
        "|telefonszam|τηλεφωνο|телефон"),
    Column(_PEOPLE, Field.JOB_TITLE, Content.TEXT,
        "job title|jobtitle|job description|job|position|job position|function|role|title|occupation|profession"
        "|funktion|stelle|berufsbezeichnung|stellung|beruf|fonction|poste|titre|intitule du poste|cargo|puesto"
        "|funcion|titulo|ruolo|posizione|qualifica|funzione|stanowisko|funkcja|funcao|functie|functietitel|stilling"
        "|titel|befattning|asema|tehtavanimike|pozice|funkce|pozicia|beosztas|pozitie|pozicija|funkcija|θεση"
        "|длъжност|должность"),
    Column(_PEOPLE, Field.BADGE_CODE, Content.TEXT, "badge code|badge|code on badge|ausweiscode|code badge"),
    Column(_PEOPLE, Field.BADGE_NAME, Content.TEXT,
        "name on badge|badge name|name for badge|name auf dem ausweis|nom sur le badge|nombre en la credencial"),
    Column(_PEOPLE, Field.STATUS, Content.STATUS,
        "attendee status|status|registration state|registration status|order status|participation status|attendance"
        "|attending|validated|approved|teilnahmestatus|anmeldestatus|statut|statut de l inscription|etat|estado"
        "|estado de inscripcion|stato|stato iscrizione|status rejestracji|situacao|tila|stav|allapot|stare"
        "|κατασταση|статус"),
    Column(_PEOPLE, Field.LANGUAGES, Content.TEXT,
        "languages|language|spoken languages|languages spoken|working languages|sprachen|sprache|langues|langue"
        "|langues parlees|idiomas|idioma|lingue|lingua|jezyki|jezyk|linguas|talen|taal|sprog|sprak|kielet|jazyky"
        "|nyelvek|limbi|jezici"),
    Column(_PEOPLE, Field.INTERPRETER, Content.TEXT,
        "interpreter needed|interpreter|needs interpreter|interpretation|interpretation needed|dolmetscher"
        "|dolmetscher benotigt|interprete|besoin d interprete|necesita interprete|tlumacz|tolk"),
    Column(_PEOPLE, Field.INTERPRETS, Content.TEXT,
        "interprets|can interpret|may interpret|acts as interpreter|works as interpreter|is interpreter|interpreting"
        "|available as interpreter|dolmetscht|kann dolmetschen|ist dolmetscher|ist dolmetscherin|als dolmetscher verfugbar"
        "|fait l interprete|est interprete|peut interpreter|sert d interprete|puede interpretar|es interprete"
        "|actua de interprete|hace de interprete|fa da interprete|puo interpretare|tlumaczy|jest tlumaczem|tolkt|tolker"
        "|kan tolken|tulkkaa|tlumoci|tlmoci|tolmacsol|interpreteaza|prevodi|διερμηνευει|превежда|переводит"),
    Column(_PEOPLE, Field.NOTES, Content.TEXT,
        "notes|note|remarks|remark|comments|comment|internal notes|bemerkung|bemerkungen|anmerkungen|notiz"
        "|remarques|commentaires|observaciones|comentarios|osservazioni|uwagi|opmerkingen"),
    Column(_PEOPLE, Field.REFERENCE, Content.TEXT,
        "outside reference|attendee no|attendee number|attendee id|participant id|registration id|registration number"
        "|id|order code|order|order no|order number|barcode|reference|anmeldenummer|bestellnummer"),
    Column(_PEOPLE, Field.ARRIVAL, Content.TEXT,
        "arrival|arrival date|date of arrival|arrival day|arrival date and time|arrives|arrives on|arriving"
        "|arrives at|late until|here from|present from|attends from|anreise|anreisedatum|anreisetag|ankunft"
        "|ankunftsdatum|anwesend ab|anwesend von|arrivee|date d arrivee|jour d arrivee|present a partir de|llegada"
        "|fecha de llegada|dia de llegada|arrivo|data di arrivo|data arrivo|przyjazd|data przyjazdu|aankomst"
        "|aankomstdatum|chegada|data de chegada|ankomst|ankomstdato|prijezd|datum prijezdu|erkezes|sosire|dolazak"),
    Column(_PEOPLE, Field.ARRIVAL_TIME, Content.TEXT,
        "arrival time|time of arrival|arrival hour|ankunftszeit|anreisezeit|uhrzeit der ankunft|heure d arrivee"
        "|hora de llegada|ora di arrivo|ora arrivo|godzina przyjazdu|aankomsttijd|hora de chegada"),
    Column(_PEOPLE, Field.DEPARTURE, Content.TEXT,
        "departure|departure date|date of departure|departure day|departure date and time|departs|departs on"
        "|leaves|leaves at|leaves on|leaves early at|leaving|here until|present until|attends until|abreise"
        "|abreisedatum|abreisetag|anwesend bis|depart|date de depart|jour de depart|present jusqu a|salida"
        "|fecha de salida|dia de salida|partenza|data di partenza|data partenza|wyjazd|data wyjazdu|vertrek"
        "|vertrekdatum|partida|data de partida|afrejse|avresa|odjezd|datum odjezdu|tavozas|plecare|odlazak"),
    Column(_PEOPLE, Field.DEPARTURE_TIME, Content.TEXT,
        "departure time|time of departure|departure hour|abreisezeit|uhrzeit der abreise|heure de depart"
        "|hora de salida|ora di partenza|ora partenza|godzina wyjazdu|vertrektijd|hora de partida"),
    Column(_PEOPLE, Field.CONSENT, Content.TEXT,
        "consent|consent given|consented|gdpr|gdpr consent|privacy|privacy consent|privacy policy|data protection"
        "|data protection consent|data consent|data processing consent|consent to data processing"
        "|accepts privacy policy|privacy policy accepted|agreed to privacy policy|terms accepted|einwilligung"
        "|datenschutz|datenschutzerklarung|dsgvo|dsgvo einwilligung|einwilligung datenschutz|consentement|rgpd"
        "|consentement rgpd|protection des donnees|consentimiento|proteccion de datos|politica de privacidad"
        "|consenso|consenso privacy|consenso al trattamento dei dati|zgoda|zgoda rodo|rodo|toestemming|avg"
        "|consentimento|samtykke|samtycke|suostumus|souhlas|suhlas|hozzajarulas|consimtamant|privola"),
    Column(_PEOPLE, Field.CONSENT_AT, Content.TEXT,
        "consent at|consent date|date of consent|consent time|consent timestamp|time of consent|consented at"
        "|consented on|gdpr consent date|einwilligung am|datum der einwilligung|date du consentement"
        "|fecha de consentimiento|data del consenso|data consenso|data zgody|datum toestemming"),
    Column(_PEOPLE, Field.CONSENT_VERSION, Content.TEXT,
        "consent version|consent text|consent text version|version of consent|privacy policy version"
        "|version of privacy policy|version der einwilligung|version du consentement|version del consentimiento"
        "|versione del consenso|wersja zgody"),
    Column(_PEOPLE, Field.ORGANISATION, Content.TEXT,
        "organisation|organization|organisation name|organization name|name of organisation|name of organization"
        "|name of the organisation|company|company name|company organisation|company organization"
        "|organisation company|affiliation|institution|institution name|employer|cluster|cluster name"
        "|cluster organisation|cluster organization|firma|firmenname|unternehmen|name der organisation|einrichtung"
        "|arbeitgeber|organisme|entreprise|societe|nom de l organisation|nom de l organisme|etablissement|empresa"
        "|organizacion|entidad|nombre de la organizacion|nombre de la empresa|azienda|ente|organizzazione"
        "|nome organizzazione|nome dell organizzazione|impresa|organizacja|nazwa organizacji|nazwa firmy"
        "|organizacao|nome da organizacao|bedrijf|bedrijfsnaam|organisatie|naam organisatie|virksomhed|foretag"
        "|foretagsnamn|yritys|organisaatio|spolecnost|organizace|spolocnost|organizacia|ceg|szervezet"
        "|szervezet neve|organizatie|companie|tvrtka|organizacija|podjetje|ettevote|organisatsioon|uznemums"
        "|organizacija|imone|εταιρεια|οργανισμος|φορεας|организация|фирма|компания"),
    Column(_PEOPLE, Field.ORGANISATION_KIND, Content.TEXT,
        "organisation type|organization type|type of organisation|type of organization|kind of organisation"
        "|kind of organization|kind|organisation kind|company type|organisationstyp|organisationsart"
        "|art der organisation|type d organisation|tipo de organizacion|tipo di organizzazione|typ organizacji"
        "|tipo de organizacao|type organisatie|szervezet tipusa|typ organizace"),
    Column(_PEOPLE, Field.SIDE, Content.SIDE,
        "side|participation type|participant type|type of participation|product|ticket type|ticket|ticket name"
        "|delegation|delegation name|attendee type|registration type|category|participant category|seite"
        "|teilnahmeart|teilnehmerart|ticketart|produkt|type de participation|type de billet|cote"
        "|tipo de participacion|tipo de entrada|delegacion|tipo di partecipazione|tipo biglietto|delegazione"
        "|rodzaj uczestnictwa|delegacja"),
    Column(_PEOPLE, Field.COUNTRY, Content.COUNTRY,
        "country|home country|work country|country name|country code|country of origin|country region"
        "|country of organisation|country of organization|organisation country|organization country|company country"
        "|nation|land|herkunftsland|staat|landeskennung|pays|pays d origine|pais|pais de origen|paese|nazione"
        "|stato estero|kraj|panstwo|maa|stat|riik|valsts|salis|orszag|zeme|krajina|tara|drzava|χωρα|държава|страна"
        "|країна|ulke|iso"),
    Column(_PEOPLE, Field.REGION, Content.TEXT,
        "region|state|province|home state|work state|state province|bundesland|provincia|regione|region nuts"
        "|wojewodztwo|provincie"),
    Column(_PEOPLE, Field.CITY, Content.TEXT,
        "city|town|home city|work city|location|ort|stadt|wohnort|ville|localite|ciudad|localidad|poblacion|citta"
        "|comune|miasto|miejscowosc|cidade|plaats|stad|woonplaats|by|kaupunki|paikkakunta|mesto|varos|oras|grad"
        "|linn|pilseta|miestas|πολη|град|город"),
    Column(_PEOPLE, Field.WEBSITE, Content.TEXT,
        "website|web site|company website|organisation website|organization website|web|url|homepage|home page"
        "|internet|webseite|internetseite|site web|site internet|sitio web|pagina web|sito web|sito internet"
        "|strona www|strona internetowa|hjemmeside|webbplats|kotisivu|webove stranky|weboldal"),
    Column(_PEOPLE, Field.PROFILE_LINK, Content.TEXT,
        "eccp profile|eccp profile link|eccp link|profile link|profile url|profile|cluster profile"),
    Column(_PEOPLE, Field.DESCRIPTION, Content.TEXT,
        "organisation description|organization description|company description|description|about|about us"
        "|short description|cluster description|beschreibung|kurzbeschreibung|unternehmensbeschreibung"
        "|description de l organisation|descripcion|descrizione|opis|opis organizacji|descricao|beschrijving"),
    Column(_PEOPLE, Field.OFFERS, Content.TEXT,
        "offers|offer|we offer|what we offer|offering|angebot|bietet|offre|offres|oferta|ofrece|offerta|offre cosa"),
    Column(_PEOPLE, Field.SEEKS, Content.TEXT,
        "seeks|seek|looking for|we seek|needs|what we seek|gesuch|sucht|recherche|recherches|busca|demanda|cerca"
        "|szuka|poszukuje"),
    Column(_PEOPLE, Field.FOUNDED, Content.TEXT,
        "year founded|founded|year of foundation|year of establishment|established|grundungsjahr|annee de creation"
        "|ano de fundacion|anno di fondazione|rok zalozenia"),
    Column(_PEOPLE, Field.MEMBERS_SME, Content.TEXT,
        "members sme|members smes|sme members|number of smes|smes|kmu|pme|pyme|pmi"),
    Column(_PEOPLE, Field.MEMBERS_LARGE, Content.TEXT,
        "members large|members large companies|members large firms|large companies|large firms"
        "|number of large companies|grossunternehmen"),
    Column(_PEOPLE, Field.MEMBERS_RESEARCH, Content.TEXT,
        "members research|research members|research organisations|number of research organisations"
        "|members research organisations"),
    Column(_PEOPLE, Field.SECTORS, Content.TEXT,
        "areas of activities|areas of activity|area of activity|sectors|sector|industry|industries|industry sector"
        "|fields of activity|field of activity|business areas|branche|branchen|sektor|sektoren|tatigkeitsbereiche"
        "|tatigkeitsfelder|secteurs|secteur|secteurs d activite|secteur d activite|sectores|sectores de actividad"
        "|areas de actividad|settori|settore|settori di attivita|aree di attivita|sektory|branza|branze"
        "|obszary dzialalnosci|setores|sectoren"),
    Column(_PEOPLE, Field.TARGET_COUNTRIES, Content.COUNTRIES,
        "target countries|target country|target markets|countries of interest|countries targeted|zielland"
        "|ziellander|zielmarkte|pays cibles|pays cible|marches cibles|paises objetivo|paises de interes"
        "|paesi target|paesi di interesse|kraje docelowe|paises alvo|doellanden"),
    Column(_PEOPLE, Field.PROGRAMMES, Content.TEXT,
        "programmes|programs|programme|eu programmes|labels|label|ecei label|escp|forderprogramme|programas"
        "|programmi|programy"),
    Column(_REQUESTS, Field.SENDER, Content.TEXT,
        "from|sender|requester|requested by|requesting participant|from participant|from email|from e mail"
        "|from person|initiator|inviter|invited by|asked by|von|absender|anfragender|anfragende person|de"
        "|expediteur|demandeur|remitente|solicitante|da|mittente|richiedente|od|nadawca|od kogo|van|afzender|fra"
        "|afsender|fran|avsandare|lahettaja|odesilatel|felado|expeditor|posiljatelj|απο|от"),
    Column(_REQUESTS, Field.RECEIVER, Content.TEXT,
        "to|recipient|receiver|addressee|requested participant|requested|to participant|to email|to e mail"
        "|to person|invitee|asked|an|empfanger|empfangerin|angefragte person|a|destinataire|sollicite|para"
        "|destinatario|solicitado|do|odbiorca|do kogo|naar|aan|ontvanger|til|modtager|till|mottagare|vastaanottaja"
        "|prijemce|cimzett|catre|destinatar|primatelj|προς|до|кому"),
    Column(_REQUESTS, Field.PRIORITY, Content.PRIORITY,
        "priority|importance|rank|prioritat|wichtigkeit|priorite|prioridad|priorita|priorytet|prioridade|prioriteit"
        "|prioritet|prioriteetti|prioritas"),
    Column(_REQUESTS, Field.STATUS, Content.STATUS,
        "status|state|request status|meeting status|answer|response|antwort|zustand|statut|etat|reponse|estado"
        "|respuesta|stato|risposta|situacao|stav|tila"),
    Column(_REQUESTS, Field.MESSAGE, Content.TEXT,
        "message|text|comment|note|notes|reason|nachricht|anmerkung|mitteilung|commentaire|mensaje|comentario"
        "|messaggio|commento|wiadomosc|mensagem|bericht"),
    Column(_AVAILABILITY, Field.WHO, Content.TEXT,
        "email|e mail|email address|e mail address|mail|participant|participant email|person|who|name|full name"
        "|badge code|attendee|attendee email|teilnehmer|teilnehmerin|mailadresse|e mail adresse|wer|participante"
        "|courriel|adresse e mail|nom|correo|correo electronico|nombre|partecipante|indirizzo e mail|nome|uczestnik"
        "|adres e mail|imie i nazwisko|deelnemer|naam"),
    Column(_AVAILABILITY, Field.DAY, Content.DAY,
        "day|date|on|tag|datum|am|jour|dia|fecha|giorno|data|dzien|dag|dato|paiva|den|nap|ziua|dan"),
    Column(_AVAILABILITY, Field.START, Content.TIME,
        "unavailable from|not available from|absent from|away from|busy from|from|start|start time|from time|begin"
        "|begins|nicht verfugbar von|nicht verfugbar ab|abwesend von|abwesend ab|von|ab|beginn|indisponible de"
        "|indisponible a partir de|absent de|de|du|debut|no disponible desde|ausente desde|desde|inicio"
        "|non disponibile da|non disponibile dalle|assente dalle|da|dalle|inizio|niedostepny od|nieobecny od|od"
        "|niet beschikbaar van|van|vanaf|fra|fran"),
    Column(_AVAILABILITY, Field.END, Content.TIME,
        "unavailable to|unavailable until|unavailable till|not available to|not available until|absent to"
        "|absent until|away until|busy to|busy until|to|until|till|end|end time|to time|ends|nicht verfugbar bis"
        "|abwesend bis|bis|ende|indisponible a|indisponible jusqu a|indisponible jusqua|absent jusqu a|a|au|jusqu a"
        "|jusqua|fin|no disponible hasta|ausente hasta|hasta|non disponibile a|non disponibile fino a"
        "|non disponibile alle|assente fino a|alle|fino a|fine|niedostepny do|nieobecny do|do|niet beschikbaar tot"
        "|tot|til|till"),
    Column(_AVAILABILITY, Field.REASON, Content.TEXT,
        "reason|why|note|notes|comment|grund|bemerkung|raison|motif|motivo|razon|powod|reden|arsag"),
    Column(_MEETINGS, Field.HOST, Content.TEXT,
        "host|host email|host e mail|participant 1|participant a|person 1|person a|gastgeber|hote|anfitrion"
        "|ospitante|gospodarz|organisation 1"),
    Column(_MEETINGS, Field.GUEST, Content.TEXT,
        "guest|guest email|guest e mail|participant 2|participant b|person 2|person b|gast|invite|invitado|ospite"
        "|gosc"),
    Column(_MEETINGS, Field.DAY, Content.DAY,
        "day|date|meeting date|tag|datum|jour|dia|fecha|giorno|data|dzien|dag"),
    Column(_MEETINGS, Field.TIME, Content.TIME,
        "time|start|start time|begin|from|slot|meeting time|uhrzeit|zeit|beginn|heure|debut|hora|inicio|ora|inizio"
        "|godzina|tijd"),
    Column(_MEETINGS, Field.TABLE, Content.TEXT,
        "table|table number|table no|location|tisch|tischnummer|tisch nr|numero de table|mesa|tavolo|stolik|tafel"),
    Column(_MEETINGS, Field.STATUS, Content.STATUS, "status|state|meeting status|zustand|statut|etat|estado|stato"),
)
# fmt: on
"""All that can be imported. Where two columns of a file have the same meaning, the first one holds."""

REQUIRED: dict[FileKind, tuple[frozenset[Field], ...]] = {
    FileKind.PEOPLE: (frozenset({Field.NAME, Field.FULL_NAME, Field.GIVEN_NAME, Field.FAMILY_NAME}),),
    FileKind.REQUESTS: (frozenset({Field.SENDER}), frozenset({Field.RECEIVER})),
    FileKind.AVAILABILITY: (frozenset({Field.WHO}), frozenset({Field.START, Field.END, Field.DAY})),
    FileKind.MEETINGS: (frozenset({Field.HOST}), frozenset({Field.GUEST})),
}
"""Of each set one column at least must be there."""

NOT_THE_PERSONS = frozenset(
    {"invoice", "billing", "buyer", "payer", "purchaser", "shipping", "order", "rechnung", "rechnungs", "besteller"}
    | {"facturation", "facture", "factura", "facturacion", "fatturazione", "faktura"}
)
"""First words of headers that speak of who pays and not of who comes."""

IDLE_WORDS = frozenset(
    {"attendee", "attendees", "participant", "participants", "delegate", "delegates", "contact", "your", "ticket"}
    | {"holder", "visitor", "main", "teilnehmer"}
)
"""Words before a column's name that say nothing more: "Attendee e-mail"."""
