import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { parseDelimited } from "~/formats/delimited/parse";
import { writeDelimited } from "~/formats/delimited/write";
import { foldedWords } from "~/formats/folded";
import { commandsOfInventory } from "~/formats/inventory/commands";
import { HEADINGS, INVENTORY_FIELDS } from "~/formats/inventory/fields";
import { guessColumns } from "~/formats/inventory/guess-columns";
import type { InventoryPlan, ReleaseOption } from "~/formats/inventory/plan";
import { previewInventory, previewSteps } from "~/formats/inventory/preview";
import { releaseName } from "~/formats/inventory/release-finder";
import { readComponentTypes, readFlag, readQuantity } from "~/formats/inventory/values";
import { assetRows } from "~/formats/inventory/write";
import { anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { aDrawnModel } from "../../domain/zone-model/arbitraries";

const RELEASES: ReadonlyArray<ReleaseOption> = [
  {
    releaseId: "r1",
    productName: "Flow 5",
    releaseVersion: "2.0",
    supplierName: "Acme",
    componentTypes: ["embedded-device"],
  },
  {
    releaseId: "r2",
    productName: "Flow 5",
    releaseVersion: "2.1",
    supplierName: "Acme",
    componentTypes: ["embedded-device"],
  },
  {
    releaseId: "r3",
    productName: "View",
    releaseVersion: "7",
    supplierName: "Beta",
    componentTypes: ["software-application"],
  },
];
const WARD = aZoneModel({
  zones: [
    aZone({ id: "icu", name: "Jednotka intenzivní péče" }),
    aZone({ id: "bay", name: "Bay", parentId: "icu" }),
    aZone({ id: "lab", name: "Laboratoř" }),
    aZone({ id: "bay2", name: "BAY", parentId: "lab" }),
  ],
  assets: [anAsset({ id: "pump", name: "Pump", zoneId: "icu", quantity: 2, location: "Room 1" })],
});

function tableOf(text: string) {
  const table = parseDelimited(text);
  if (!table.ok) throw new Error(JSON.stringify(table.refusal));
  return table.value;
}

function previewOf(text: string, plan: Partial<InventoryPlan> = {}, model: ZoneModel = WARD) {
  const table = tableOf(text);
  const { headIndex, columns } = guessColumns(table);
  const whole: InventoryPlan = {
    headIndex,
    columns,
    unknownZones: "create",
    zones: {},
    duplicates: "skip",
    linksProducts: true,
    ...plan,
  };
  let number = 0;
  const newId = () => {
    number += 1;
    return `n${number}`;
  };
  const preview = previewInventory(table, whole, model, RELEASES);
  return { ...preview, commands: commandsOfInventory(preview.rows, whole, model, newId) };
}

const outcomes = ({ rows }: ReturnType<typeof previewOf>) => rows.map(({ outcome }) => outcome);
const problems = ({ rows }: ReturnType<typeof previewOf>) =>
  rows.map(({ number, problems: found }) => [
    number,
    ...found.map(({ code, column }) => `${column} ${code}`),
  ]);

test.each([
  [
    "English",
    "Device name;Security zone;Vendor;Model;Serial No.;Qty;Room;Firmware version;Component type;Safety-related;Wi-Fi;Mobile;Remote access",
  ],
  [
    "Czech",
    "Název zařízení;Oddělení;Výrobce;Typ;Výrobní číslo;Počet kusů;Umístění;Verze SW;Typ komponenty;Bezpečnost pacienta;Bezdrátové;Přenosné;Vzdálený přístup",
  ],
  [
    "German",
    "Bezeichnung;Abteilung;Hersteller;Modell;Seriennummer;Anzahl;Standort;Softwarestand;Komponententyp;Sicherheitsrelevant;Drahtlos;Tragbar;Fernwartung",
  ],
])("a head in %s is understood", (_language, head) => {
  const guess = guessColumns(tableOf(`${head}\nMRI;ICU;Acme;Flow 5;1;1;R;1;host;no;no;no;no`));
  expect(guess.headIndex).toBe(0);
  expect(guess.columns).toEqual([
    ...["name", "zone", "manufacturer", "product", "serial", "quantity", "location", "softwareVersion"],
    ...["componentTypes", "safetyRelated", "wireless", "portable", "externallyConnected"],
  ]);
});

test("every known heading is written as it is compared, and names one field alone at the top of its list", () => {
  for (const field of INVENTORY_FIELDS) {
    for (const heading of HEADINGS[field]) expect(foldedWords(heading)).toBe(heading);
    expect(new Set(HEADINGS[field]).size).toBe(HEADINGS[field].length);
  }
  const all = INVENTORY_FIELDS.flatMap((field) => HEADINGS[field]);
  expect(new Set(all).size).toBe(all.length);
});

test("a head below a title is found, and a list of names without one is read from its first row", () => {
  const titled = guessColumns(tableOf("Inventory 2026;;\n\nName;Zone;Qty\nMRI;ICU;1"));
  expect(titled).toMatchObject({ headIndex: 1, columns: ["name", "zone", "quantity"] });
  const bare = guessColumns(tableOf("MRI 1\tRoom 1\nMRI 2\tRoom 2"));
  expect(bare).toMatchObject({ headIndex: -1, columns: ["name", null] });
});

test("zones are found by name without accents and case, by path where the name is doubled, else as was chosen", () => {
  const text =
    "Name,Zone\nA,JEDNOTKA INTENZIVNI PECE\nB,bay\nC,laborator / Bay\nD,Stanice B\nE,stanice b\nF,";
  const created = previewOf(text);
  expect(created.rows.map(({ zone }) => (zone.kind === "known" ? zone.id : zone.kind))).toEqual([
    ...["icu", "none", "bay2", "new", "new", "none"],
  ]);
  expect(problems(created)[1]).toEqual([3, "1 ambiguous-zone"]);
  expect(created.unknownZones).toEqual([{ key: "stanice b", name: "Stanice B", rows: 2, choice: "create" }]);
  expect(created.commands.map(({ type }) => type)).toEqual([
    "add-zone",
    ...Array.from({ length: 5 }, () => "add-asset"),
  ]);
  const refused = previewOf(text, { unknownZones: "refuse" });
  expect(problems(refused)[3]).toEqual([5, "1 unknown-zone"]);
  const left = previewOf(text, { unknownZones: "refuse", zones: { "stanice b": "none" } });
  expect(left.rows[3]).toMatchObject({ outcome: "add", zone: { kind: "none" } });
});

test("a wrong cell refuses its row with its column, the others go on", () => {
  const text = [
    "Name;Zone;Qty;Wireless;Component type;Location",
    "Good;Laboratoř;3 ks;ano;embedded/software;Room 1",
    "Many;Laboratoř;-2;ne;;",
    ";Laboratoř;1;;;",
    "Flag;Laboratoř;1;perhaps;;",
    "Type;Laboratoř;1;;toaster;",
    `${"x".repeat(121)};Laboratoř;1;;;`,
    `Long;Laboratoř;1;;;${"x".repeat(201)}`,
    "Rever\u202Esed;Laboratoř;1;;;",
    "Twice;Laboratoř;1;;;",
    "TWICE;laborator;1;;;",
  ].join("\n");
  const preview = previewOf(text);
  expect(problems(preview)).toEqual([
    [2],
    [3, "2 not-a-quantity"],
    [4, "0 missing-name"],
    [5, "3 unknown-flag"],
    [6, "4 unknown-component-type"],
    [7, "0 too-long"],
    [8, "5 too-long"],
    [9, "0 deceptive-characters"],
    [10],
    [11, "0 duplicate-in-file"],
  ]);
  expect(preview.counts).toEqual({ add: 2, update: 0, skip: 0, refuse: 8 });
  expect(preview.rows[0]?.facts).toMatchObject({
    quantity: 3,
    wireless: true,
    componentTypes: ["embedded-device", "software-application"],
    location: "Room 1",
  });
  expect(preview.rows[9]?.problems[0]).toMatchObject({ number: 10 });
});

test("a new zone needs a name that the model takes", () => {
  const preview = previewOf(`Name,Zone\nA,Rever\u202Esed\nB,${"x".repeat(121)}\nC,Good`);
  expect(problems(preview)).toEqual([[2, "1 deceptive-characters"], [3, "1 too-long"], [4]]);
});

test("what the model has already is left, updated or added once more", () => {
  const text = "Name,Zone,Location\nPUMP,jednotka intenzivni pece,Room 9\nPump,Laboratoř,Room 1";
  expect(outcomes(previewOf(text))).toEqual(["skip", "add"]);
  const updated = previewOf(text, { duplicates: "update" });
  expect(outcomes(updated)).toEqual(["update", "add"]);
  // Only what the file has a column for: the quantity stays.
  expect(updated.commands[0]).toEqual({
    type: "update-asset",
    assetId: "pump",
    changes: { location: "Room 9" },
  });
  expect(outcomes(previewOf("Name,Zone\nPump,jednotka intenzivni pece", { duplicates: "update" }))).toEqual([
    "skip",
  ]);
  expect(outcomes(previewOf(text, { duplicates: "add" }))).toEqual(["add", "add"]);
  // A file without zones means the asset of that name wherever it is.
  expect(outcomes(previewOf("Name,Qty\nPump,5", { duplicates: "update" }))).toEqual(["update"]);
});

test("devices of one name in one zone are told apart by serial number, so a second import finds them again", () => {
  const text =
    "Name,Zone,Serial\nMonitor,Laboratoř,S1\nMonitor,Laboratoř,S2\nMonitor,Jednotka intenzivní péče,S3";
  const first = previewOf(text);
  expect(first.rows.map(({ facts }) => facts?.name)).toEqual(["Monitor (S1)", "Monitor (S2)", "Monitor"]);
  const applied = applyCommands(WARD, first.commands);
  if (!applied.ok) throw new Error("these fit");
  expect(outcomes(previewOf(text, {}, applied.value))).toEqual(["skip", "skip", "skip"]);
});

test("without a name the manufacturer, the model and the serial number name the asset", () => {
  const preview = previewOf("Manufacturer,Model,Serial\nAcme,Flow 5,S1\n,,");
  expect(preview.rows[0]?.facts?.name).toBe("Acme Flow 5 S1");
});

test("a release is linked only where product and version leave no doubt", () => {
  const text = [
    "Name,Manufacturer,Model,Version",
    "A,Acme,Flow 5,2.1",
    "B,,ACME Flow 5,v2.0",
    "C,Acme,Flow 5,",
    "D,Acme,Flow 5,3.0",
    "E,Beta,View,",
    "F,Beta,View,8",
    "G,Beta,Viewer,7",
    "H,,,",
  ].join("\n");
  const preview = previewOf(text);
  expect(preview.rows.map(({ release }) => release?.releaseId ?? null)).toEqual([
    ...["r2", "r1", null, null, "r3", null, null, null],
  ]);
  expect(preview.rows[0]?.facts).toMatchObject({
    productReleaseId: "r2",
    componentTypes: ["embedded-device"],
  });
  expect(previewOf(text, { linksProducts: false }).rows[0]?.facts?.productReleaseId).toBeNull();
});

test("the 10,001st row is refused with the number", () => {
  const rows = Array.from({ length: 10_001 }, (_, n) => `Device ${n}`);
  const preview = previewOf(["Name", ...rows].join("\n"));
  expect(preview.counts).toMatchObject({ add: 10_000, refuse: 1 });
  expect(preview.rows.at(-1)?.problems).toMatchObject([{ code: "too-many", number: 10_000 }]);
});

test("yes and no, quantities and types in three languages", () => {
  const flags = ["Ano", "ja", "X", "✓", "1", "ne", "Nein", "0", "", "-", "maybe"].map((text) =>
    readFlag(text),
  );
  expect(flags.map((flag) => (flag.ok ? flag.value : flag.refusal))).toEqual([
    ...[true, true, true, true, true, false, false, false, false, false, "unknown-flag"],
  ]);
  const quantities = ["", "12", "1 200", "2,0", "3 ks", "5 Stk.", "0", "1.5", "-1", "1e3", "100001", "many"];
  expect(quantities.map((text) => readQuantity(text)).map((one) => (one.ok ? one.value : "refused"))).toEqual(
    [...[1, 12, 1200, 2, 3, 5, "refused", "refused", "refused", "refused", "refused", "refused"]],
  );
  expect(readComponentTypes("Server, switch")).toEqual({
    ok: true,
    value: ["host-device", "network-device"],
  });
  expect(readComponentTypes("network-device|NDR")).toEqual({ ok: true, value: ["network-device"] });
});

test("any table and any plan end in commands that pass the schema, fit the model and can be undone", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "Pump",
      "ICU",
      "Icu",
      "Imaging",
      "2",
      "ano",
      "__proto__",
      "constructor",
      "S1",
      "Flow 5",
      "=1+1",
    ),
    fc.string({ maxLength: 12 }),
  );
  const columns = fc
    .constantFrom(
      ...INVENTORY_FIELDS.filter((field) => !["name", "zone", "serial", "location"].includes(field)),
    )
    .map((other) => ["name" as const, "zone" as const, "serial" as const, "location" as const, other]);
  const plan = fc.record({
    headIndex: fc.constantFrom(-1, 0),
    columns,
    unknownZones: fc.constantFrom("create", "none", "refuse"),
    zones: fc.dictionary(
      fc.constantFrom("icu", "__proto__", "constructor"),
      fc.constantFrom("create", "none"),
    ),
    duplicates: fc.constantFrom("skip", "update", "add"),
    linksProducts: fc.boolean(),
  });
  const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 12 });
  let changed = 0;
  fc.assert(
    fc.property(aDrawnModel, rows, plan, (model, cells, chosen) => {
      const table = { rows: cells.map((row, index) => ({ number: index + 1, cells: row })) };
      const preview = previewInventory(table, chosen, model, RELEASES);
      expect(preview.rows).toHaveLength(Math.max(0, cells.length - chosen.headIndex - 1));
      for (const row of preview.rows) expect(row.outcome === "refuse").toBe(row.problems.length > 0);
      let number = 0;
      const commands = commandsOfInventory(preview.rows, chosen, model, () => {
        number += 1;
        return `fresh${number}`;
      });
      expect(preview.counts.add + preview.counts.update).toBe(
        commands.filter(({ type }) => type !== "add-zone").length,
      );
      if (commands.length === 0) return;
      changed += 1;
      for (const command of commands) expect(ZoneModelCommandSchema.safeParse(command).success).toBe(true);
      const applied = applyCommands(model, commands);
      const back = inverseOfAll(model, commands);
      if (!applied.ok || !back.ok) throw new Error("an import fits the model that it was previewed on");
      expect(applyCommands(applied.value, back.value)).toEqual({ ok: true, value: model });
    }),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(60);
});

test("exported assets are recognised when they come back: nothing changes", () => {
  const words = {
    heading: (field: string) =>
      ({
        softwareVersion: "Software version",
        componentTypes: "Component types",
        safetyRelated: "Safety-related",
        externallyConnected: "Externally connected",
        product: "Model",
      })[field] ?? field,
    yes: "yes",
    no: "no",
    componentType: (type: string) => type,
  };
  const model = aZoneModel({
    zones: [aZone({ name: "=Imaging" })],
    assets: [
      anAsset({ name: "+420", wireless: true, softwareVersion: "-1", quantity: 7 }),
      anAsset({ id: "b", name: "'=x", location: "a;b\nc" }),
    ],
  });
  const lines = model.assets.map((asset) => ({
    ...asset,
    zonePath: "=Imaging",
    release: "",
  }));
  const preview = previewOf(writeDelimited(assetRows(lines, words)), { duplicates: "update" }, model);
  expect(outcomes(preview)).toEqual(["skip", "skip"]);
});

test("a preview in steps ends as the one at once, each step a look at a row and a share that grows to all", () => {
  const text = ["Name,Zone,Qty", ...Array.from({ length: 500 }, (_, n) => `Pump ${n % 400},Ward ${n},1`)];
  const table = tableOf(text.join("\n"));
  const { headIndex, columns } = guessColumns(table);
  const plan = { headIndex, columns, unknownZones: "create", zones: {}, duplicates: "skip" } as const;
  const asked = [table, { ...plan, linksProducts: true }, WARD, RELEASES] as const;
  const steps = previewSteps(...asked);
  const shares: Array<number> = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) shares.push(step.value);
  expect(step.value).toEqual(previewInventory(...asked));
  expect(shares).toHaveLength(1_000);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  expect([shares[0], shares.at(-1)]).toEqual([1 / 1_000, 1]);
});

test("manufacturer, model and UDI-DI are kept as the inventory has them, in three languages of headings", () => {
  const rows = (head: string) => previewOf(`${head}\nPump 1;Acme  s.r.o.;FK-721;(01)04012345678901`).rows;
  for (const head of [
    "Name;Vendor;Model;UDI-DI",
    "Název;Výrobce;Typ;Kód UDI",
    "Gerät;Hersteller;Modell;GTIN",
  ])
    expect(rows(head)[0]?.facts).toMatchObject({
      ...{ name: "Pump 1", manufacturer: "Acme s.r.o.", model: "FK-721", udiDi: "(01)04012345678901" },
    });
});

test("a model or identifier that is too long is refused at its own column, a strange identifier is not", () => {
  const preview = previewOf(
    ["Name,Model,UDI", `A,${"x".repeat(121)},1`, `B,M,${"1".repeat(81)}`, "C,M,what ever"].join("\n"),
  );
  expect(problems(preview)).toEqual([[2, "1 too-long"], [3, "2 too-long"], [4]]);
});

test("an update fills in what the file has columns for, and says nothing of the others", () => {
  const model = aZoneModel({
    zones: [aZone({ id: "icu", name: "ICU" })],
    assets: [anAsset({ id: "pump", name: "Pump", zoneId: "icu", manufacturer: "Acme", udiDi: "1" })],
  });
  const { commands } = previewOf("Name;Zone;Model\nPump;ICU;FK-721", { duplicates: "update" }, model);
  expect(commands).toEqual([{ type: "update-asset", assetId: "pump", changes: { model: "FK-721" } }]);
});

test("an exported inventory names the release itself, and finds that one again whatever the model is called", () => {
  const [release] = RELEASES;
  if (!release) throw new Error("there is one");
  const text = writeDelimited([
    ["Name", "Model", "Product release"],
    ["Pump", "Something else", releaseName(release)],
    ["Pump 2", "Something else", "Flow 5 9.9 (Acme)"],
  ]);
  const { rows } = previewOf(text);
  expect(rows.map(({ facts }) => facts?.productReleaseId)).toEqual(["r1", null]);
  expect(rows.map(({ facts }) => facts?.model)).toEqual(["Something else", "Something else"]);
});
