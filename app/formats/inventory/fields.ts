/** What a column of an inventory may hold. */
export const INVENTORY_FIELDS = [
  "name",
  "zone",
  "product",
  "manufacturer",
  "udiDi",
  "release",
  "serial",
  "quantity",
  "location",
  "softwareVersion",
  "componentTypes",
  "safetyRelated",
  "wireless",
  "portable",
  "externallyConnected",
] as const;
export type InventoryField = (typeof INVENTORY_FIELDS)[number];

export const FLAG_FIELDS = ["safetyRelated", "wireless", "portable", "externallyConnected"] as const;
export type FlagField = (typeof FLAG_FIELDS)[number];

/**
 * How inventories head their columns in English, Czech and German, as `foldedWords` writes it; the most telling first.
 * The names are read, never shown.
 */
export const HEADINGS: Readonly<Record<InventoryField, ReadonlyArray<string>>> = {
  name: [
    ...["name", "asset", "asset name", "device", "device name", "hostname", "host", "equipment", "label"],
    ...["nazev", "jmeno", "nazev zarizeni", "zarizeni", "pristroj", "nazev pristroje", "oznaceni"],
    ...["bezeichnung", "gerat", "geratename", "geratebezeichnung", "rechnername", "benennung"],
  ],
  zone: [
    ...["zone", "security zone", "vlan", "segment", "network", "network zone", "subnet", "network segment"],
    ...["zona", "bezpecnostni zona", "sit", "oddeleni", "klinika", "usek"],
    ...["sicherheitszone", "netz", "netzwerk", "netzsegment", "abteilung", "bereich"],
    ...["department", "ward", "unit"],
  ],
  product: [
    ...[
      "model",
      "type",
      "product",
      "product name",
      "model name",
      "device type",
      "device model",
      "model number",
      "model no",
      "catalogue number",
    ],
    ...["typ", "vyrobek", "produkt", "typ zarizeni", "typ pristroje", "modelove oznaceni"],
    ...["modell", "geratetyp", "produktname", "typenbezeichnung", "artikel"],
  ],
  manufacturer: [
    ...["manufacturer", "vendor", "supplier", "make", "brand", "maker"],
    ...["vyrobce", "dodavatel", "znacka"],
    ...["hersteller", "lieferant", "marke", "fabrikat"],
  ],
  udiDi: [
    ...["udi di", "udi", "gtin", "device identifier", "udi device identifier", "primary di", "gs1"],
    ...["kod udi", "identifikator prostredku", "jedinecny identifikator prostredku", "ean"],
    ...["udi code", "produktkennung", "geratekennung"],
  ],
  release: [
    ...["product release", "linked product", "declared product", "declared release"],
    ...["verze vyrobku", "deklarovany vyrobek", "propojeny vyrobek"],
    ...["produktversion", "verknupftes produkt", "erklartes produkt"],
  ],
  serial: [
    ...["serial", "serial number", "serial no", "s n", "sn", "inventory number", "asset tag", "asset id"],
    ...["seriove cislo", "vyrobni cislo", "inventarni cislo", "evidencni cislo"],
    ...["seriennummer", "serien nr", "seriennr", "inventarnummer", "inventar nr", "geratenummer"],
  ],
  quantity: [
    ...["quantity", "qty", "count", "number of devices", "amount", "pieces", "units"],
    ...["pocet", "mnozstvi", "pocet kusu", "ks", "kusu"],
    ...["anzahl", "menge", "stuck", "stuckzahl"],
  ],
  location: [
    ...["location", "room", "site", "building", "place", "floor"],
    ...["umisteni", "mistnost", "lokalita", "budova", "poloha", "misto"],
    ...["standort", "raum", "ort", "gebaude", "zimmer"],
  ],
  softwareVersion: [
    ...[
      "software version",
      "firmware version",
      "version",
      "firmware",
      "sw version",
      "fw version",
      "os version",
      "software",
    ],
    ...["verze", "verze softwaru", "verze sw", "verze firmwaru", "verze programu"],
    ...["softwareversion", "softwarestand", "firmwareversion", "softwarestand version", "sw stand"],
  ],
  componentTypes: [
    ...["component types", "component type", "kind of component", "iec 62443 type", "component"],
    ...["typ komponenty", "typy komponent", "komponenta", "druh komponenty"],
    ...["komponententyp", "komponententypen", "komponente", "komponentenart"],
  ],
  safetyRelated: [
    ...["safety related", "safety", "safety relevant", "life supporting", "patient safety", "life support"],
    ...["souvisi s bezpecnosti pacienta", "bezpecnost pacienta", "zivotne dulezite"],
    ...["sicherheitsrelevant", "patientensicherheit", "lebenserhaltend"],
  ],
  wireless: [
    ...["wireless", "wifi", "wi fi", "wlan", "radio"],
    ...["bezdratove", "bezdrat", "bezdratovy"],
    ...["drahtlos", "funk", "kabellos"],
  ],
  portable: [
    ...["portable", "mobile", "temporarily connected", "portable or temporarily connected"],
    ...["prenosne", "prenosny", "mobilni", "docasne pripojene"],
    ...["tragbar", "mobil", "transportabel", "zeitweise verbunden"],
  ],
  externallyConnected: [
    ...["externally connected", "external", "external connection", "remote access", "internet", "cloud"],
    ...["externi", "externe pripojene", "vzdaleny pristup", "pripojeni ven"],
    ...["extern", "extern verbunden", "fernzugriff", "fernwartung"],
  ],
};
