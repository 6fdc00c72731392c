# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - tables of a pack stand on one line
"""A pack that uses every block, every field and every device, and tasks that lead through them."""

from functools import cache

from korak.content.decode import decode_pack
from korak.content.pack import Pack

PACK = """
id = "vse"
title = "Vse"
version = "1"
languages = ["sl"]
"""

PEOPLE = """
[[person]]
id = "amra"
name = "Amra Primer"
files = [
  { at = "Dokumenti/potni-list.jpg", document = "potni-list" },
  { at = "Dokumenti/film.exe", document = "program" },
]

[person.values]
uporabnik = "amra.primer@posta.invalid"
geslo = ["Lipa-27-reka", "Breza-41-most"]
emso = "3102985500001"
"""

DOCUMENTS = """
[[document]]
id = "pogodba"
title = "Najemna pogodba"
size = 300

  [[document.block]]
  kind = "heading"
  text = "Najemna pogodba"

  [[document.block]]
  kind = "pairs"
  pairs = [{ label = "Najemnik", value = "$ime" }, { label = "Stanovanje", value = "$stanovanje" }]

[[document]]
id = "potni-list"
title = "Potni list"
type = "jpg"

  [[document.block]]
  kind = "text"
  text = "Potni list za $ime"

[[document]]
id = "program"
title = "Program"
type = "exe"
size = 9000

  [[document.block]]
  kind = "text"
  text = "Tega ne odpirajte."

[[document]]
id = "racun"
title = "Račun"
upn = { iban = "SI56 0000 0000 0000 000", amount = "$znesek", reference = "SI00 $sklic", name = "Vrtec Vzorec", purpose = "Vrtec", due = "$rok" }

  [[document.block]]
  kind = "table"
  columns = ["Kaj", "Znesek"]
  rows = [{ cells = ["Vrtec", "$znesek"] }]

  [[document.block]]
  kind = "qr"
  text = "Koda UPN QR"

  [[document.block]]
  kind = "list"
  items = ["Plačajte do $rok."]

  [[document.block]]
  kind = "notice"
  text = "Hvala."

  [[document.block]]
  kind = "picture"
  picture = "key"
  text = "Ključ"
"""

OFFICE = """
title = "Urad"
address = "urad.vaja.invalid"
stands_for = "urad"
colours = { header = "#2A6F97" }
layout = "side"
footer = "Vadbena stran"
menu = ["domov", "obrazec", "iskanje"]
sign_out = { text = "Odjava", go = "domov" }
cookies = { needed = true }
session = { minutes = 15 }
search_words = ["prebivališče"]

[[page]]
id = "domov"
title = "Urad"
popup = { title = "Novice", text = "Naročite se.", button = "Naroči", go = "past.vaja.invalid", close = "Zapri" }

  [[page.block]]
  kind = "section"
  text = "Prijava"
  help = "Vpišite podatke."

  [[page.block]]
  kind = "email"
  id = "uporabnik"
  label = "E-naslov"
  required = true

  [[page.block]]
  kind = "password"
  id = "geslo"
  label = "Geslo"
  required = true

  [[page.block]]
  kind = "button"
  id = "naprej"
  text = "Prijava"
  needs = [{ that = { field = "geslo", is = "$geslo" }, says = "Ni prav." }]
  does = [
    { confirm = "prijava", says = "Prijava. Številka: $stevilka", does = [{ sign_in = "here" }, { go = "obrazec" }], declined = [{ notice = "Zavrnili ste." }] },
    { notice = "Potrdite $stevilka na telefonu." },
  ]

[[page]]
id = "obrazec"
title = "Obrazec"
open_to = "signed_in"

  [[page.block]]
  kind = "stepper"
  steps = ["Podatki", "Podpis"]
  now = 1

  [[page.block]]
  kind = "pairs"
  pairs = [{ label = "EMŠO", value = "$emso" }]

  [[page.block]]
  kind = "date"
  id = "od"
  label = "Od"
  required = true
  earliest = "+0"
  latest = "+90"

  [[page.block]]
  kind = "digits"
  id = "napotnica"
  label = "Napotnica"
  length = 13
  required = true

  [[page.block]]
  kind = "money"
  id = "znesek"
  label = "Znesek"

  [[page.block]]
  kind = "phone"
  id = "telefon"
  label = "Telefon"

  [[page.block]]
  kind = "emso"
  id = "emso"
  label = "EMŠO"

  [[page.block]]
  kind = "tax_number"
  id = "davcna"
  label = "Davčna"

  [[page.block]]
  kind = "iban"
  id = "iban"
  label = "IBAN"

  [[page.block]]
  kind = "reference"
  id = "sklic"
  label = "Sklic"

  [[page.block]]
  kind = "card"
  id = "kartica"
  label = "Kartica"

  [[page.block]]
  kind = "ticks"
  id = "pravice"
  label = "Pravice"
  options = ["Dodatek", "Vrtec", "Malica"]
  least = 1
  required = true

  [[page.block]]
  kind = "picture_code"
  id = "slika"
  label = "Koda"
  required = true

  [[page.block]]
  kind = "human_check"
  id = "clovek"
  label = "Označite ključe"
  pictures = ["key", "sun", "house"]
  right = ["key"]
  required = true

  [[page.block]]
  kind = "upload"
  id = "priloga"
  label = "Priloga"
  types = ["pdf"]
  largest = 500
  required = true

  [[page.block]]
  kind = "consent"
  id = "soglasam"
  label = "Soglašam"
  document = "pogodba"
  required = true

  [[page.block]]
  kind = "summary"
  fields = ["od", "napotnica"]

  [[page.block]]
  kind = "document"
  id = "pogodba"
  document = "pogodba"
  download = true

  [[page.block]]
  kind = "scan"
  id = "slikaj"
  text = "Slikaj"
  fills = { iban = "iban", znesek = "amount", sklic = "reference" }

  [[page.block]]
  kind = "signature"
  id = "podpis"
  text = "Podpiši"
  document = "pogodba"
  summary = ["od"]
  from = "URAD"
  does = [
    { record = "vloga", keep = ["od", "napotnica", "pravice"] },
    { mail = "sprejeto", from = "Urad", address = "urad@vaja.invalid", subject = "Vloga $ime", text = "Sprejeli smo jo.", links = [{ text = "Poglejte", go = "urad.vaja.invalid/oddano" }], attachments = ["pogodba"] },
    { go = "oddano" },
  ]

[[page]]
id = "oddano"
title = "Oddano $vloga"

  [[page.block]]
  kind = "receipt"
  id = "potrdilo"
  record = "vloga"

  [[page.block]]
  kind = "table"
  id = "vloge"
  columns = ["Od"]
  record = "vloga"
  keeps = ["od"]
  sort = true

  [[page.block]]
  kind = "button"
  id = "umakni"
  text = "Umakni"
  when = { recorded = "vloga", in = "urad" }
  does = [{ withdraw = "vloga" }, { paper = "racun" }, { download = "racun" }, { wait = 3 }]

[[page]]
id = "iskanje"
title = "Iskanje"
forgets = true

  [[page.block]]
  kind = "select"
  id = "kraj"
  label = "Kraj"
  options = ["Vsi", "Jesenice", "Kranj"]

  [[page.block]]
  kind = "search"
  id = "isci"
  label = "Iščem"
  filters = ["kraj"]
  entries = [
    { text = "Začasno prebivališče", detail = "Vloga", go = "obrazec", tags = { kraj = "Jesenice" } },
    { text = "Otroški dodatek", words = ["denar"], tags = { kraj = "Kranj" } },
  ]

  [[page.block]]
  kind = "table"
  id = "seznam"
  columns = ["Ime", "Znesek"]
  sort = true
  page_size = 2
  rows = [
    { cells = ["Bor", "12,00"], go = "domov" },
    { cells = ["Ana", "3,50"], does = [{ set = "kraj", to = "Kranj" }] },
    { cells = ["Cene", "100,00"] },
  ]

  [[page.block]]
  kind = "slots"
  id = "termin"
  label = "Termin"
  slots = [{ day = 3, at = "9.20" }, { day = 3, at = "9.40", taken = true }, { day = 6, at = "8.00" }]

  [[page.block]]
  kind = "rows"
  id = "obroki"
  label = "Obroki"
  columns = ["Dan", "Obrok"]
  several = true
  rows = [
    { value = "danes", cells = ["$danes", "kosilo"], until = "8.00" },
    { value = "jutri", cells = ["$jutri", "kosilo"] },
    { value = "zaprto", cells = ["$dan+2", "kosilo"], closed = true },
  ]

  [[page.block]]
  kind = "rows"
  id = "izvajalec"
  label = "Izvajalec"
  columns = ["Ime"]
  rows = [{ value = "A", cells = ["A"] }, { value = "B", cells = ["B"], closed = true }]

  [[page.block]]
  kind = "button"
  id = "shrani"
  text = "Shrani"
  does = [{ record = "odjava", keep = ["obroki", "termin"], stay = true }, { reply = "sporocilo", says = "Hvala, $ime." }]

  [[page.block]]
  kind = "thread"
  id = "pogovor"
  record = "sporocilo"
  text = "besedilo"
  with = "Razredničarka"

  [[page.block]]
  kind = "text_field"
  id = "besedilo"
  label = "Sporočilo"
  lines = 3

  [[page.block]]
  kind = "radio"
  id = "kako"
  label = "Kako"
  options = ["Po pošti", "Po e-pošti"]

  [[page.block]]
  kind = "button"
  id = "poslji"
  text = "Pošlji"
  does = [{ record = "sporocilo", keep = ["besedilo"] }]

  [[page.block]]
  kind = "picture"
  picture = "key"
  text = "Ključ"
"""

FAKE = """
title = "Pošta"
address = "past.vaja.invalid"
stands_for = "lažna pošta"
fake = true
padlock = true
colours = { header = "#AA0000" }
layout = "plain"

[[page]]
id = "domov"
title = "Pošta"
opens = [{ sms = "Vaša koda je $koda.", from = "BANKA" }]
popup = { title = "Koda", button = "Naprej", blocked = true, does = [{ notice = "Zadeli ste." }] }

  [[page.block]]
  kind = "card"
  id = "kartica"
  label = "Kartica"

  [[page.block]]
  kind = "password"
  id = "novo"
  label = "Novo geslo"
  shortest = 8
  needs = ["upper", "lower", "digit", "special"]
  no_runs = true

  [[page.block]]
  kind = "password"
  id = "ponovi"
  label = "Ponovite"
  same_as = "novo"

  [[page.block]]
  kind = "button"
  id = "placaj"
  text = "Plačaj"
  does = [{ notice = "Hvala." }, { open = "urad.vaja.invalid" }, { expire = true }]
"""

START = """
[start]
browser = "urad.vaja.invalid"
phone = "open"
save_password = true
devices = ["browser", "phone", "mail", "files", "printer"]
papers = ["racun"]
folders = ["Zdravje"]
files = [{ at = "Dokumenti/pogodba.pdf", document = "pogodba" }]
bookmarks = ["urad/iskanje"]
contacts = [{ name = "Banka", number = "080 00 00", call = "banka" }]
messages = [{ from = "POŠTA-INFO", text = "Vaš paket čaka.", link = "past.vaja.invalid", minutes_ago = 5 }]
mails = [
  { id = "vracilo", from = "FURS", address = "furs@past.invalid", subject = "Vračilo", text = "Kliknite.", links = [{ text = "edavki", go = "past.vaja.invalid" }], attachments = ["racun"] },
  { id = "smet", from = "Loterija", address = "a@past.invalid", subject = "Nagrada", text = "Zadeli ste.", folder = "spam" },
]

[values]
napotnica = { digits = 13 }
stanovanje = { number = [1, 40] }
znesek = { money = [18.0, 96.0] }
sklic = { digits = 8 }
rok = { day = [5, 20], workday = true }

[surface.A]
napotnica = "9900000000123"

[[event]]
when = { signed_in = true, in = "urad" }
does = [{ call = "bancnik" }]

[[call]]
id = "bancnik"
name = "Neznana številka"

  [[call.turn]]
  id = "zacetek"
  says = "Povejte kodo."

    [[call.turn.choice]]
    text = "Povem kodo."
    tells = "code"
    go = "konec"

    [[call.turn.choice]]
    text = "Ne povem."

  [[call.turn]]
  id = "konec"
  says = "Hvala."

    [[call.turn.choice]]
    text = "Nasvidenje."
    tells = "data"

[[call]]
id = "banka"
name = "Banka"

  [[call.turn]]
  id = "dobro"
  says = "Banka, dober dan."

    [[call.turn.choice]]
    text = "Blokirajte kartico."
    does = [{ sms = "Kartica je blokirana.", from = "BANKA" }]
"""

APPLICATION = (
    """
title = "Vloga"
person = "amra"
goal = [
  { signed = "urad/obrazec/podpis" },
  { recorded = "vloga", in = "urad", with = { od = "$dan+6", napotnica = "$napotnica", pravice = "Dodatek, Malica" } },
  { receipt = "vloga", in = "urad" },
  { password_saved = false },
  { hung_up = "caller" },
  { signed_in = false, in = "urad" },
]
solution = [
  "press browser/popup/close",
  "press urad/cookies/necessary",
  "fill urad/domov/uporabnik = $uporabnik",
  "fill urad/domov/geslo = $geslo",
  "press urad/domov/naprej",
  "press phone/confirm/approve",
  "press phone/call/decline",
  "press browser/save-password/no",
  "fill urad/obrazec/od = $dan+6",
  "fill urad/obrazec/napotnica = $napotnica",
  "tick urad/obrazec/pravice/1",
  "tick urad/obrazec/pravice/3",
  "fill urad/obrazec/slika = $slika",
  "tick urad/obrazec/clovek/1",
  "fill urad/obrazec/priloga = Dokumenti/pogodba.pdf",
  "tick urad/obrazec/soglasam",
  "press urad/obrazec/podpis",
  "press urad/obrazec/podpis/read",
  "press urad/obrazec/podpis/send",
  "open sms",
  "fill urad/obrazec/podpis/code = $sms",
  "press urad/obrazec/podpis/confirm",
  "press urad/oddano/potrdilo/save",
  "press urad/odjava",
]

[[key_step]]
id = "prijava"
title = "Prijava"
says = "Prijavite se."
done = { signed_in = true, in = "urad" }

[[key_step]]
id = "klic"
title = "Klic"
says = "Odložite."
done = { hung_up = "caller" }

[[key_step]]
id = "podpis"
title = "Podpis"
says = "Podpišite."
done = [{ signed = "pogodba" }, { read_before_signing = true }]

[[key_step]]
id = "potrdilo"
title = "Potrdilo"
says = "Shranite potrdilo."
done = { receipt = "vloga", in = "urad" }

[[key_step]]
id = "odjava"
title = "Odjava"
says = "Odjavite se."
done = [{ receipt = "vloga", in = "urad" }, { signed_in = false, in = "urad" }]

[[critical]]
when = { told_code_to = "caller" }
says = "Kode ne povejte."

[[critical]]
when = { read_before_signing = false }
says = "Najprej preberite."

[[critical]]
when = { typed_into = "past" }
says = "To je bila lažna stran."

[[critical]]
when = { password_saved = true }
says = "Gesla tukaj ne shranite."
"""
    + START
)

LETTER = (
    """
title = "Pismo"
person = "amra"
goal = [
  { mailed = "vrtec@vaja.invalid", subject = ["bolna"], text = ["ni"], with = ["potni-list"] },
  { sender_seen = "vracilo" },
  { mail_in = "spam", mail = "vracilo" },
  { file = "Zdravje/potni.jpg", is = "potni-list" },
  { file = "Slike/racun.jpg", is = "racun" },
  { printed = "pogodba" },
  { tray_empty = true },
  { sms_deleted = "POŠTA-INFO" },
  { called = "banka" },
  { bookmarked = "urad/domov" },
  { after = "+30" },
]
solution = [
  "press mail/message/vracilo",
  "press mail/sender",
  "press mail/spam",
  "press mail/new",
  "fill mail/to = vrtec@vaja.invalid",
  "fill mail/subject = Lana je bolna",
  "fill mail/text = Lane danes ni.",
  "fill mail/attach = Dokumenti/potni-list.jpg",
  "press mail/send",
  "press files/folder/Dokumenti",
  "press files/file/pogodba.pdf",
  "print",
  "press printer/take",
  "open files",
  "press files/file/potni-list.jpg",
  "fill files/name = potni",
  "press files/rename",
  "press files/move/Zdravje",
  "open sms 1",
  "press phone/delete",
  "press phone/contact/1",
  "press phone/call/choice/1",
  "press phone/camera",
  "press phone/camera/racun",
  "press phone/camera/close",
  "press browser/popup/close",
  "press urad/cookies/necessary",
  "bookmark",
  "wait 30",
]

[[key_step]]
id = "pismo"
title = "Pismo"
says = "Pišite."
done = { mailed = "vrtec@vaja.invalid", subject = ["bolna"] }

[[key_step]]
id = "datoteka"
title = "Datoteka"
says = "Premaknite."
done = { file = "Zdravje", is = "potni-list" }
"""
    + START
)

FILES = {
    "pack.toml": PACK,
    "people.toml": PEOPLE,
    "documents.toml": DOCUMENTS,
    "portals/urad.toml": OFFICE,
    "portals/past.toml": FAKE,
    "tasks/vloga.toml": APPLICATION,
    "tasks/pismo.toml": LETTER,
}


@cache
def whole_pack() -> Pack:
    """The pack, decoded."""
    return decode_pack({name: text.encode() for name, text in FILES.items()})
