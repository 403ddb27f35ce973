import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { REFERENCE_PROTOCOLS } from "~/catalogue/reference-zones";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { parseDrawioPages } from "~/formats/drawio/pages";
import { parseDrawing } from "~/formats/drawio/parse";
import { writeDrawing } from "~/formats/drawio/write";
import { aLargeZoneModel, anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { aDrawnModel } from "../../domain/zone-model/arbitraries";

const WORDS = { title: "Building B", level: () => "SL-T 2 2 2 2 2 2 2", conduit: () => "DICOM" };

function counter() {
  let number = 0;
  return () => {
    number += 1;
    return `n${number}`;
  };
}

function drawingOf(xml: string, page = 0) {
  const pages = parseDrawioPages(xml);
  if (!pages.ok) throw new Error(JSON.stringify(pages.refusal));
  const wanted = pages.value[page];
  if (!wanted) throw new Error("no such page");
  const drawing = parseDrawing(wanted, { protocols: REFERENCE_PROTOCOLS, newId: counter() });
  if (!drawing.ok) throw new Error(JSON.stringify(drawing.refusal));
  return drawing.value;
}

function refusalOf(xml: string) {
  const pages = parseDrawioPages(xml);
  return pages.ok ? "read" : pages.refusal.code;
}

const graph = (...cells: ReadonlyArray<string>) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join("")}</root></mxGraphModel>`;
const file = (...pages: ReadonlyArray<string>) =>
  `<mxfile>${pages.map((page, index) => `<diagram id="p${index}" name="Page ${index}">${page}</diagram>`).join("")}</mxfile>`;
const shape = (id: string, value: string, { parent = "1", style = "rounded=0;" } = {}) =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="10" y="20" width="300" height="200" as="geometry"/></mxCell>`;
const line = (
  id: string,
  value: string,
  source: string | null,
  target: string | null,
  style = "endArrow=classic;",
) =>
  `<mxCell id="${id}" value="${value}" style="${style}" edge="1" parent="1"${source ? ` source="${source}"` : ""}${target ? ` target="${target}"` : ""}><mxGeometry relative="1" as="geometry"/></mxCell>`;

const HOSPITAL = graph(
  shape("z1", "Imaging", { style: "swimlane;" }),
  shape("z2", "CT room", { parent: "z1", style: "rounded=1;container=1;" }),
  shape("a1", "CT scanner", { parent: "z2" }),
  shape("a2", "MRI", { parent: "z1" }),
  shape("z3", "Archive &amp;lt;PACS&amp;gt;<br>".replace("<br>", "&lt;br&gt;second line"), {
    style: "swimlane;html=1;",
  }),
  shape("a3", "Loose device"),
  line("e1", "DICOM 11112", "a1", "z3"),
  line("e2", "HL7 v2", "z3", "z2"),
  line("e3", "Cable tray", "a2", "z3"),
  line("e4", "", "a1", "z2"),
  line("e5", "", "z1", null),
  line("e6", "", "a3", "z3"),
  shape("t1", "A remark", { style: "text;html=1;" }),
  shape("n1", "", { style: "shape=cloud;" }),
);

test("containers become nested zones, shapes assets, lines conduits with known protocols", () => {
  const { model } = drawingOf(file(HOSPITAL));
  const zone = (name: string) => model.zones.find((one) => one.name === name);
  expect(model.zones.map(({ name }) => name)).toEqual(["Imaging", "CT room", "Archive <PACS>"]);
  expect(zone("CT room")?.parentId).toBe(zone("Imaging")?.id);
  expect(model.assets.map(({ name, zoneId }) => [name, zoneId])).toEqual([
    ["CT scanner", zone("CT room")?.id],
    ["MRI", zone("Imaging")?.id],
    ["Loose device", null],
  ]);
  expect(model.conduits.map(({ name, fromZoneId, toZoneId }) => [name, fromZoneId, toZoneId])).toEqual([
    ["", zone("CT room")?.id, zone("Archive <PACS>")?.id],
    ["Cable tray", zone("Imaging")?.id, zone("Archive <PACS>")?.id],
  ]);
  expect(model.conduits[0]?.channels).toMatchObject([
    { protocol: "DICOM upper layer", ports: "11112", initiator: "from", encrypted: false },
    { protocol: "HL7 v2 over MLLP", ports: "2575", initiator: "to" },
  ]);
  expect(model.layout[zone("CT room")?.id ?? ""]).toEqual({ x: 10, y: 20, width: 300, height: 200 });
  expect(findInconsistencies(model)).toEqual([]);
});

test("everything that was left out is reported with its cell and why", () => {
  expect(drawingOf(HOSPITAL).notes).toEqual(
    [
      { cellId: "t1", label: "A remark", code: "text-only" },
      { cellId: "n1", label: "", code: "no-name" },
      { cellId: "e3", label: "Cable tray", code: "label-is-no-protocol" },
      { cellId: "e4", label: "", code: "within-one-zone" },
      { cellId: "e5", label: "", code: "loose-end" },
      { cellId: "e6", label: "", code: "end-in-no-zone" },
    ]
      .toSorted((a, b) => HOSPITAL.indexOf(`"${a.cellId}"`) - HOSPITAL.indexOf(`"${b.cellId}"`))
      .sort((a, b) => Number(a.cellId.startsWith("e")) - Number(b.cellId.startsWith("e"))),
  );
});

test("a page that draw.io packed, and the page that is chosen", () => {
  const packed = deflateRawSync(Buffer.from(encodeURIComponent(HOSPITAL))).toString("base64");
  const xml = file(graph(shape("x", "Other")), packed);
  const pages = parseDrawioPages(xml);
  expect(pages.ok && pages.value.map(({ name }) => name)).toEqual(["Page 0", "Page 1"]);
  expect(drawingOf(xml, 0).model.assets).toHaveLength(1);
  expect(drawingOf(xml, 1).model).toEqual(drawingOf(HOSPITAL).model);
});

test("a group without a name dissolves: what is in it counts from the zone around it", () => {
  const { model, notes } = drawingOf(
    graph(
      shape("z", "Ward", { style: "swimlane;" }),
      shape("g", "", { parent: "z", style: "group;" }),
      shape("inner", "Bay", { parent: "g", style: "swimlane;" }),
    ),
  );
  const [ward, bay] = model.zones;
  expect(bay?.parentId).toBe(ward?.id);
  expect(model.layout[bay?.id ?? ""]).toMatchObject({ x: 20, y: 40 });
  expect(notes).toEqual([{ cellId: "g", label: "", code: "unnamed-group" }]);
});

test("a port alone names its protocol only where one has it; labels on lines count too", () => {
  const ends = [shape("a", "A", { style: "swimlane;" }), shape("b", "B", { style: "swimlane;" })];
  const channelsOf = (label: string) =>
    drawingOf(graph(...ends, line("e", label, "a", "b"))).model.conduits[0]?.channels.map(
      ({ protocol, ports, transport }) => `${protocol} ${transport}/${ports}`,
    );
  expect(channelsOf("tcp/22")).toEqual(["SSH/SFTP tcp/22"]);
  expect(channelsOf("443")).toEqual([]);
  expect(channelsOf("HTTPS 8443, NTP")).toEqual(["HTTPS tcp/8443", "NTP udp/123"]);
  expect(channelsOf("LDAP")).toEqual([]);
  expect(channelsOf("HTTPS 99999")).toEqual(["HTTPS tcp/443"]);
  const labelled = `<mxCell id="l" value="SSH" style="edgeLabel;" vertex="1" parent="e"><mxGeometry as="geometry"/></mxCell>`;
  expect(
    drawingOf(graph(...ends, line("e", "", "a", "b"), labelled)).model.conduits[0]?.channels,
  ).toHaveLength(1);
});

function roundTrip(model: ZoneModel): ZoneModel {
  const { model: back, notes } = drawingOf(writeDrawing(model, WORDS));
  expect(notes).toEqual([]);
  return back;
}

test("whatever people can draw goes out to draw.io and comes back the same", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      expect(roundTrip(model)).toEqual(model);
    }),
    { numRuns: 150 },
  );
});

test("names with markup, line breaks in texts and signs of every kind survive", () => {
  const model = aZoneModel({
    zones: [
      aZone({ name: `A <b>"x"</b> & 'y' \t &amp; Žilina 🏥`, purpose: "first\nsecond\r\n\tthird &#10;" }),
    ],
    assets: [anAsset({ name: "]]> <!-- -->", quantity: 3, location: '<script>"' })],
  });
  expect(roundTrip(model)).toEqual(model);
});

test("a large hospital is written and read whole", () => {
  const model = aLargeZoneModel();
  expect(roundTrip(model)).toEqual(model);
});

test("what was changed in draw.io comes before what Cordon wrote beside it", () => {
  const xml = writeDrawing(aZoneModel(), WORDS)
    .replace('label="Zone imaging&#10;', 'label="Radiology&#10;')
    .replace(/(id="asset-mri-1"><mxCell[^>]*parent=")zone-imaging/, "$1zone-archive")
    .replace(/(id="zone-archive"><mxCell[^>]*><mxGeometry x=")\d+/, "$1700");
  const { model } = drawingOf(xml);
  expect(model.zones[0]).toEqual(aZone({ name: "Radiology" }));
  expect(model.assets[0]?.zoneId).toBe("archive");
  expect(model.layout.archive?.x).toBe(700);
  expect(model.layout.imaging).toEqual(aZoneModel().layout.imaging);
});

test("a copied shape gets an id of its own, and facts that were damaged are reported", () => {
  const cell =
    '<UserObject label="Copy" cordon="{}" id="copy"><mxCell vertex="1" parent="zone-imaging"/></UserObject>';
  const asset =
    /<UserObject label="Asset mri-1".*?<\/UserObject>/.exec(writeDrawing(aZoneModel(), WORDS))?.[0] ?? "";
  const xml = writeDrawing(aZoneModel(), WORDS).replace(
    "</root>",
    `${asset.replace('id="asset-mri-1"', 'id="again"')}${cell}</root>`,
  );
  const { model, notes } = drawingOf(xml);
  expect(model.assets.map(({ id, name }) => [id, name])).toEqual([
    ["mri-1", "Asset mri-1"],
    ["n1", "Asset mri-1"],
    ["n2", "Copy"],
  ]);
  expect(notes).toEqual([{ cellId: "copy", label: "Copy", code: "damaged-facts" }]);
});

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ""};`.repeat(10)}">`).join("")}]>`;

/** A drawing with a remark of fifteen million letters. */
const PACKED_15_MB = deflateRawSync(
  `${encodeURIComponent(HOSPITAL)}${encodeURIComponent("<!--")}${"x".repeat(15_000_000)}--${encodeURIComponent(">")}`,
).toString("base64");

test("one large packed page is read", () => {
  expect(drawingOf(file(PACKED_15_MB)).model).toEqual(drawingOf(HOSPITAL).model);
});

test.each([
  ["a billion laughs", `${LAUGHS}<mxfile><diagram>&lol9;</diagram></mxfile>`, "document-type"],
  [
    "another file",
    `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><mxfile>&e;</mxfile>`,
    "document-type",
  ],
  ["a document type in lower case", `<!doctype html><mxfile/>`, "document-type"],
  ["five megabytes of nesting", "<a>".repeat(1_700_000), "too-deep"],
  ["a quarter million elements", `<mxfile>${"<a/>".repeat(250_000)}</mxfile>`, "too-many-elements"],
  ["more than twenty megabytes", `<mxfile>${" ".repeat(21_000_000)}</mxfile>`, "too-large"],
  ["an attribute called __proto__", `<mxfile __proto__="x"><diagram/></mxfile>`, "reserved-name"],
  ["an attribute called constructor", graph(`<mxCell id="x" constructor="y"/>`), "reserved-name"],
  ["no XML", "just text", "not-xml"],
  ["an element that never ends", "<mxfile><diagram>", "not-xml"],
  ["an attribute that never ends", '<mxfile a="', "not-xml"],
  ["SVG", "<svg><g/></svg>", "not-a-drawing"],
  ["no pages", "<mxfile/>", "no-pages"],
  ["a damaged page", file("not base64!"), "damaged-page"],
  ["a page of other bytes", file("AAAA"), "damaged-page"],
  [
    "a packed page that is no drawing",
    file(deflateRawSync(Buffer.from("%3Csvg%2F%3E")).toString("base64")),
    "not-a-drawing",
  ],
  [
    "a packed page that is a bomb",
    file(deflateRawSync(Buffer.alloc(60_000_000, 0x20)).toString("base64")),
    "too-large",
  ],
  [
    "three packed pages that are too much together",
    file(...Array.from({ length: 3 }, () => PACKED_15_MB)),
    "too-large",
  ],
])(
  "%s is refused with a clear code",
  (_name, xml, code) => {
    expect(refusalOf(xml)).toBe(code);
    expect(({} as { x?: string }).x).toBeUndefined();
  },
  30_000,
);

test("more cells than a page may have are refused", () => {
  const page = parseDrawioPages(graph("<mxCell/>".repeat(30_001)));
  const [first] = page.ok ? page.value : [];
  if (!first) throw new Error("this is a page");
  expect(parseDrawing(first, { protocols: [], newId: counter() })).toEqual({
    ok: false,
    refusal: { code: "too-many-cells", limit: 30_000 },
  });
});

test("shapes that lie in each other, names like members of every object, and lines to themselves end in a sound model", () => {
  const { model } = drawingOf(
    graph(
      shape("a", "A", { parent: "b" }),
      shape("b", "B", { parent: "a" }),
      shape("__proto__", "constructor", { style: "swimlane;" }),
      shape("toString", "__proto__", { parent: "__proto__" }),
      line("e", "", "__proto__", "a"),
      line("f", "", "f", "f"),
    ),
  );
  expect(findInconsistencies(model)).toEqual([]);
  expect(model.zones.map(({ name }) => name)).toEqual(["A", "B", "constructor"]);
});

test("any mixture of cells ends in a model that commands could make", () => {
  const id = fc.constantFrom("0", "1", "a", "b", "c", "d", "e");
  const style = fc.constantFrom("", "swimlane;", "group;", "text;", "container=1;html=1;", "edgeLabel;");
  const label = fc.constantFrom("", "Ward", "DICOM", "&lt;b&gt;x&lt;/b&gt;", "a\u202Eb", "x".repeat(300));
  const cell = fc.oneof(
    fc
      .tuple(id, label, id, style)
      .map(([own, text, parent, look]) => shape(own, text, { parent, style: look })),
    fc.tuple(id, label, id, id).map(([own, text, from, to]) => line(own, text, from, to)),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      expect(findInconsistencies(drawingOf(graph(...cells)).model)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
