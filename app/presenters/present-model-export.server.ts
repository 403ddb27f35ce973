import { AppError } from "~/domain/shared/app-error";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { ancestorsOf, indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { judgeModel, type WaivedFinding } from "~/domain/zone-model/waivers";
import type { ElementRef, ZoneModel } from "~/domain/zone-model/zone-model";
import { writeDelimited } from "~/formats/delimited/write";
import { type DrawingWords, writeDrawing } from "~/formats/drawio/write";
import { firewallSchedule, type ScheduleWords, scheduleRows } from "~/formats/firewall-schedule/rows";
import { releaseName } from "~/formats/inventory/release-finder";
import { type AssetWords, assetRows } from "~/formats/inventory/write";
import { type WorkbookCell, writeWorkbook } from "~/formats/workbook/write-workbook";
import { writeZoneModelFile } from "~/formats/zone-model-json/write";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { DOCUMENT_FILES, MODEL_FILES } from "~/use-cases/zone-models/export-model.server";
import { findRevision, listRevisions } from "~db/repositories/revisions";
import { findModelOf } from "./model-parts.server";
import { presentKnownReleases } from "./present-model.server";

export type ExportWords = {
  schedule: ScheduleWords;
  assets: AssetWords;
  drawing: Omit<DrawingWords, "title">;
  sheets: { schedule: string; assets: string };
  finding(finding: ModelFinding): string;
  waived(waived: WaivedFinding): string;
};

/** What can be downloaded of a model: the draft and every revision. */
export async function presentModelExport(caller: Caller, modelId: string, revision: number | null) {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const revisions = await listRevisions(database.read, actor.organisationId, modelId);
  if (revision !== null && !revisions.some(({ number }) => number === revision))
    throw new AppError("not-found", "there is no such revision");
  return {
    modelId,
    version: model.draftVersion,
    revision,
    revisions: revisions.map(({ number, publishedAt }) => ({
      number,
      publishedAt: publishedAt.toISOString(),
    })),
    files: [...DOCUMENT_FILES, ...MODEL_FILES],
  };
}

/** One download: its name, its media type and its bytes. A revision that does not exist is not found, like a model. */
export async function presentModelFile(
  caller: Caller,
  modelId: string,
  { file, revision }: { file: string; revision: number | null },
  words: ExportWords,
): Promise<{ name: string; type: string; body: string | Blob }> {
  requirePermission(caller.actor, "model.read");
  const known = MODEL_FILES.find((name) => name === file);
  if (!known) throw new AppError("not-found", "there is no such file");
  const model = await findModelOf(caller, modelId);
  const published = revision === null ? null : await findContentOf(caller, modelId, revision);
  const content = published ?? model.draft;
  const today = toIsoDate(caller.now);
  const state = revision === null ? `draft-${model.draftVersion}` : `revision-${revision}`;
  const name = nameOfFile(model.name, state, known);
  switch (known) {
    case "model.json":
      return {
        name,
        ...JSON_FILE,
        body: writeZoneModelFile({ name: model.name, purpose: model.purpose, model: content }),
      };
    case "model.drawio":
      return { name, ...XML_FILE, body: writeDrawing(content, { ...words.drawing, title: model.name }) };
    case "firewall-schedule.csv":
      return { name, ...CSV_FILE, body: writeDelimited(scheduleOf(content, today, words)) };
    case "firewall-schedule.xlsx":
      return {
        name,
        ...XLSX_FILE,
        body: await writeWorkbook(words.sheets.schedule, scheduleOf(content, today, words)),
      };
    case "assets.csv":
      return { name, ...CSV_FILE, body: writeDelimited(await assetsOf(caller, content, words)) };
    case "assets.xlsx":
      return {
        name,
        ...XLSX_FILE,
        body: await writeWorkbook(words.sheets.assets, await assetsOf(caller, content, words)),
      };
  }
}

/** `Building-B-assets-revision-3.csv`: letters and digits only, whatever the model is called. */
export function nameOfFile(modelName: string, state: string, file: string): string {
  const [stem = "", extension = ""] = file.split(".");
  const title = `${modelName}-${stem === "model" ? "" : `${stem}-`}${state}`;
  return `${title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}.${extension}`;
}

/** Asked for by a number from the address: databases differ in what they make of one that is no number. */
async function findContentOf(
  { actor, database }: Caller,
  modelId: string,
  number: number,
): Promise<ZoneModel> {
  const isNumber = Number.isInteger(number) && number > 0 && number < 2 ** 31;
  const revision = isNumber && (await findRevision(database.read, actor.organisationId, modelId, number));
  if (!revision) throw new AppError("not-found", "there is no such revision");
  return revision.content;
}

const JSON_FILE = { type: "application/json; charset=utf-8" };
const XML_FILE = { type: "application/xml; charset=utf-8" };
const CSV_FILE = { type: "text/csv; charset=utf-8; header=present" };
const XLSX_FILE = { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

type Rows = ReadonlyArray<ReadonlyArray<WorkbookCell>>;

function scheduleOf(content: ZoneModel, today: IsoDate, words: ExportWords): Rows {
  const { open, waived } = judgeModel(content, today);
  const openAt = byConduit(open, ({ element }) => element);
  const waivedAt = byConduit(waived, ({ finding }) => finding.element);
  return scheduleRows(
    firewallSchedule(indexModel(content), (id) => ({
      open: (openAt.get(id) ?? []).map(words.finding),
      waived: (waivedAt.get(id) ?? []).map(words.waived),
    })),
    words.schedule,
  );
}

function byConduit<Finding>(findings: ReadonlyArray<Finding>, elementOf: (finding: Finding) => ElementRef) {
  const found = new Map<string, Array<Finding>>();
  for (const finding of findings) {
    const { kind, id } = elementOf(finding);
    if (kind === "conduit") found.set(id, [...(found.get(id) ?? []), finding]);
  }
  return found;
}

async function assetsOf(caller: Caller, content: ZoneModel, words: ExportWords): Promise<Rows> {
  const releases = new Map(
    (await presentKnownReleases(caller)).map((release) => [release.releaseId, release]),
  );
  const index = indexModel(content);
  const lines = content.assets.map((asset) => {
    const release = releases.get(asset.productReleaseId ?? "");
    return {
      ...asset,
      zonePath: asset.zoneId === null ? "" : pathTo(index, asset.zoneId),
      release: release ? releaseName(release) : "",
    };
  });
  return assetRows(lines, words.assets);
}

/** A name that stands once is enough; of several, the way to it tells which is meant. */
function pathTo(index: ZoneModelIndex, zoneId: string): string {
  const name = index.zoneById.get(zoneId)?.name ?? "";
  const isUnique = index.model.zones.filter((zone) => zone.name === name).length === 1;
  const around = isUnique ? [] : [...ancestorsOf(index, zoneId)].reverse().map((zone) => zone.name);
  return [...around, name].join(" / ");
}
