import {
  type Asset,
  AssetSchema,
  MAX_ASSETS,
  type ZoneModel,
  ZoneSchema,
} from "~/domain/zone-model/zone-model";
import { MAX_TABLE_ROWS, type Table, type TableRow } from "../delimited/table";
import { foldedName } from "../folded";
import { FLAG_FIELDS, type InventoryField } from "./fields";
import type {
  AssetFacts,
  InventoryPlan,
  InventoryPreview,
  PreviewRow,
  Problem,
  ReleaseOption,
  RowZone,
} from "./plan";
import { releaseFinder } from "./release-finder";
import { readComponentTypes, readFlag, readQuantity } from "./values";
import { zoneFinder } from "./zone-finder";

const FactsSchema = AssetSchema.omit({ id: true, zoneId: true });

/**
 * What an inventory would do to a model: every row becomes an asset in a zone, updates one, is left out, or is
 * refused with the cell that is wrong. Changes nothing. Rows past the 10,000th are refused.
 */
export function previewInventory(
  table: Table,
  plan: InventoryPlan,
  model: ZoneModel,
  releases: ReadonlyArray<ReleaseOption>,
): InventoryPreview {
  const steps = previewSteps(table, plan, model, releases);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps, one for each look at a row, so that whoever waits can be told how far it is, as a share of 1, and
 * can stop it.
 */
export function* previewSteps(
  table: Table,
  plan: InventoryPlan,
  model: ZoneModel,
  releases: ReadonlyArray<ReleaseOption>,
): Generator<number, InventoryPreview, undefined> {
  const lines = table.rows.slice(plan.headIndex + 1);
  const looks = 2 * lines.length;
  const read = rowReader(plan, model, releases);
  const drafts: Array<Draft> = [];
  for (const line of lines) {
    drafts.push(read(line));
    yield drafts.length / looks;
  }
  const judge = duplicateJudge(plan, model);
  const rows: Array<PreviewRow> = [];
  for (const [index, draft] of withSerialNumbers(drafts).entries()) {
    rows.push(judge(index < MAX_TABLE_ROWS ? draft : overLimit(draft)));
    yield (drafts.length + rows.length) / looks;
  }
  const counts = { add: 0, update: 0, skip: 0, refuse: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { rows, counts, unknownZones: unknownZonesOf(drafts, plan) };
}

type Draft = Omit<PreviewRow, "outcome" | "existingId"> & { serial: string; unknownZone: string | null };

function rowReader(plan: InventoryPlan, model: ZoneModel, releases: ReadonlyArray<ReleaseOption>) {
  const columnOf = new Map(
    plan.columns.flatMap((field, column) => (field ? [[field, column] as const] : [])),
  );
  const findZone = zoneFinder(model);
  const findRelease = releaseFinder(plan.linksProducts ? releases : []);
  const newNames = new Map<string, string>();

  return ({ number, cells }: TableRow): Draft => {
    const textOf = (field: InventoryField) => cells[columnOf.get(field) ?? -1] ?? "";
    const problems: Array<Problem> = [];
    const complain = (field: InventoryField, code: Problem["code"]) =>
      problems.push({ code, field, column: columnOf.get(field) ?? null, value: textOf(field) });

    const zoneName = textOf("zone");
    const found = zoneName === "" ? undefined : findZone(zoneName);
    const key = foldedName(zoneName);
    let zone: RowZone = { kind: "none" };
    if (found?.kind === "known") zone = { kind: "known", id: found.zone.id, name: found.zone.name };
    if (found?.kind === "ambiguous") complain("zone", "ambiguous-zone");
    if (found?.kind === "unknown") {
      const choice = choiceFor(plan, key);
      if (choice === "refuse") complain("zone", "unknown-zone");
      if (choice === "create") {
        if (!newNames.has(key)) newNames.set(key, zoneName.replace(/\s+/g, " "));
        zone = { kind: "new", key, name: (newNames.get(key) ?? zoneName).trim() };
        const named = ZoneSchema.shape.name.safeParse(zone.name);
        if (!named.success) complain("zone", zone.name.length > 120 ? "too-long" : "deceptive-characters");
      }
    }

    const words = { product: textOf("product"), manufacturer: textOf("manufacturer"), name: textOf("name") };
    const softwareVersion = textOf("softwareVersion");
    const release = findRelease({ ...words, softwareVersion, release: textOf("release") });
    const serial = textOf("serial");
    const name = words.name || [words.manufacturer, words.product, serial].filter(Boolean).join(" ");
    const quantity = readQuantity(textOf("quantity"));
    if (!quantity.ok) complain("quantity", quantity.refusal);
    const types = readComponentTypes(textOf("componentTypes"));
    if (!types.ok) complain("componentTypes", types.refusal);
    const flags = { safetyRelated: false, wireless: false, portable: false, externallyConnected: false };
    for (const field of FLAG_FIELDS) {
      const flag = readFlag(textOf(field));
      if (flag.ok) flags[field] = flag.value;
      else complain(field, flag.refusal);
    }
    const stated = types.ok ? types.value : [];
    const facts = {
      ...flags,
      name: inOneLine(name),
      productReleaseId: release?.releaseId ?? null,
      componentTypes: stated.length > 0 ? stated : [...(release?.componentTypes ?? [])],
      quantity: quantity.ok ? quantity.value : 1,
      location: textOf("location"),
      softwareVersion,
      manufacturer: inOneLine(words.manufacturer),
      model: inOneLine(words.product),
      udiDi: inOneLine(textOf("udiDi")),
    };
    const parsed = FactsSchema.safeParse(facts);
    for (const { path, message, code } of parsed.error?.issues ?? []) {
      const field = fieldOf(path[0]);
      const kind =
        message === "deceptive-characters" ? message : code === "too_small" ? "missing-name" : "too-long";
      if (!problems.some((problem) => problem.field === field)) complain(field, kind);
    }
    const isFit = parsed.success && problems.length === 0;
    const unknownZone = found?.kind === "unknown" ? zoneName : null;
    return { number, cells, facts: isFit ? parsed.data : null, zone, release, problems, serial, unknownZone };
  };
}

function fieldOf(name: unknown): InventoryField {
  if (name === "model") return "product";
  return COLUMNS_OF_FACTS.find((field) => field === name) ?? "name";
}
const COLUMNS_OF_FACTS = ["location", "softwareVersion", "quantity", "manufacturer", "udiDi"] as const;

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function choiceFor(plan: InventoryPlan, key: string) {
  return (Object.hasOwn(plan.zones, key) ? plan.zones[key] : undefined) ?? plan.unknownZones;
}

/** Devices of one kind share a name in most inventories: where they share the zone too, the serial number tells them apart. */
function withSerialNumbers(drafts: ReadonlyArray<Draft>): ReadonlyArray<Draft> {
  const times = new Map<string, number>();
  const keyOf = ({ zone, facts }: Draft) => placeKey(zone, facts?.name ?? "");
  for (const draft of drafts) if (draft.facts) times.set(keyOf(draft), (times.get(keyOf(draft)) ?? 0) + 1);
  return drafts.map((draft) => {
    if (!draft.facts || draft.serial === "" || (times.get(keyOf(draft)) ?? 0) < 2) return draft;
    const name = `${draft.facts.name} (${draft.serial})`;
    const isFit = FactsSchema.shape.name.safeParse(name).success;
    return isFit ? { ...draft, facts: { ...draft.facts, name } } : draft;
  });
}

function overLimit(draft: Draft): Draft {
  const problem = {
    code: "too-many",
    field: "name",
    column: null,
    value: "",
    number: MAX_TABLE_ROWS,
  } as const;
  return { ...draft, facts: null, problems: [...draft.problems, problem] };
}

function duplicateJudge(plan: InventoryPlan, model: ZoneModel): (draft: Draft) => PreviewRow {
  const hasZones = plan.columns.includes("zone");
  const byPlace = new Map<string, Asset>();
  const byName = new Map<string, Array<Asset>>();
  for (const asset of model.assets) {
    const key = `${asset.zoneId ?? ""}\n${foldedName(asset.name)}`;
    if (!byPlace.has(key)) byPlace.set(key, asset);
    if (!hasZones) byName.set(foldedName(asset.name), [...(byName.get(foldedName(asset.name)) ?? []), asset]);
  }
  const seen = new Map<string, number>();
  let added = 0;

  return ({ serial: _serial, unknownZone: _unknown, ...draft }) => {
    const { facts, zone, number } = draft;
    const refused = (problem: Problem | null): PreviewRow => ({
      ...draft,
      facts: null,
      outcome: "refuse",
      existingId: null,
      problems: problem ? [...draft.problems, problem] : draft.problems,
    });
    if (!facts) return refused(null);
    const column = plan.columns.indexOf("name");
    const place = { field: "name" as const, column: column < 0 ? null : column, value: facts.name };
    const key = placeKey(zone, facts.name);
    const before = seen.get(key);
    if (before !== undefined && plan.duplicates !== "add")
      return refused({ ...place, code: "duplicate-in-file", number: before });
    seen.set(key, number);
    const namesakes = byName.get(foldedName(facts.name)) ?? [];
    // A file that says nothing of zones means the asset of that name wherever it is.
    const existing = byPlace.get(key) ?? (namesakes.length === 1 ? namesakes[0] : undefined);
    if (existing && plan.duplicates !== "add") {
      const isSame = plan.duplicates === "skip" || Object.keys(changesOf(existing, facts, plan)).length === 0;
      return { ...draft, outcome: isSame ? "skip" : "update", existingId: existing.id };
    }
    added += 1;
    if (model.assets.length + added > MAX_ASSETS)
      return refused({ ...place, code: "too-many", number: MAX_ASSETS });
    return { ...draft, outcome: "add", existingId: null };
  };
}

/** What a row changes of an asset: only what the file has a column for, so that nothing is emptied by silence. */
export function changesOf(asset: Asset, facts: AssetFacts, { columns }: InventoryPlan): Partial<AssetFacts> {
  const changes: Partial<AssetFacts> = {};
  const note = <Name extends keyof AssetFacts>(name: Name) => {
    if (String(asset[name]) !== String(facts[name])) changes[name] = facts[name];
  };
  for (const field of [...FLAG_FIELDS, ...COLUMNS_OF_FACTS] as const)
    if (columns.includes(field)) note(field);
  if (columns.includes("product")) note("model");
  if (columns.includes("componentTypes") && facts.componentTypes.length > 0) note("componentTypes");
  if (facts.productReleaseId !== null) note("productReleaseId");
  return changes;
}

function placeKey(zone: RowZone, name: string): string {
  const place = zone.kind === "known" ? zone.id : zone.kind === "new" ? `new ${zone.key}` : "";
  return `${place}\n${foldedName(name)}`;
}

function unknownZonesOf(drafts: ReadonlyArray<Draft>, plan: InventoryPlan): InventoryPreview["unknownZones"] {
  const zones = new Map<string, { name: string; rows: number }>();
  for (const { unknownZone } of drafts) {
    if (unknownZone === null) continue;
    const key = foldedName(unknownZone);
    zones.set(key, { name: zones.get(key)?.name ?? unknownZone, rows: (zones.get(key)?.rows ?? 0) + 1 });
  }
  return [...zones].map(([key, zone]) => ({ key, ...zone, choice: choiceFor(plan, key) }));
}
