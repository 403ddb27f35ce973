import { expect, test } from "vitest";
import { OVERLAYS } from "~/diagram/overlays/overlay";
import { SHORTCUTS } from "~/diagram/shortcuts";
import { CHOSEN_ACTIONS } from "~/diagram/table/from-chosen";
import { treeMove } from "~/diagram/table/tree-keys";
import { ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import toolbarWords from "~/messages/en/diagram.json";
import { paths } from "~/paths";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { aPortal, postForm } from "../builders/portal";
import { aModelInPortal } from "../builders/portal-model";
import { aConduit, anAsset, aZone } from "../builders/zone-model";
import {
  ACTION_WAYS,
  COMMAND_WAYS,
  OTHER_WAYS,
  OVERLAY_WAYS,
  PANEL_WAYS,
  TOOLBAR_WAYS,
  type Way,
} from "./table-ways";

const portal = aPortal();

/** A model in which everything can be done: nested zones, findings, a waived one, a step to undo and one to redo. */
async function aScene() {
  const noTarget = { slTarget: null, slTargetRationale: "" };
  const { engineer, modelId, colleague } = await aModelInPortal(portal(), [
    { type: "add-zone", zone: aZone({ id: "icu", name: "ICU", referenceType: "icu" }), place: null },
    {
      type: "add-zone",
      zone: aZone({ id: "lab", name: "Lab", referenceType: "imaging", ...noTarget }),
      place: null,
    },
    {
      type: "add-zone",
      zone: aZone({ id: "bed", parentId: "icu", referenceType: "imaging", ...noTarget }),
      place: null,
    },
    {
      type: "add-conduit",
      conduit: aConduit({ id: "c", fromZoneId: "icu", toZoneId: "lab", channels: [] }),
    },
    { type: "add-asset", asset: anAsset({ id: "pump", name: "Pump", zoneId: "icu" }) },
  ]);
  const another = await createZoneModel(colleague, { siteName: "Campus", name: "Annex" });
  if (!another.ok) throw new Error("refused");
  const path = paths.modelTable(modelId);
  const pages = new Map<string, string>();
  const read = async (query: string): Promise<string> => {
    const html =
      pages.get(query) ??
      (await (await portal().request(path + query, { cookie: engineer.cookie })).text()).replaceAll(
        "&amp;",
        "&",
      );
    pages.set(query, html);
    return html;
  };
  const versionNow = async () => /name="version" value="(\d+)"/.exec(await read(""))?.[1] ?? "";
  const post = async (values: Record<string, string>) => {
    pages.clear();
    const answer = await postForm(portal(), path, { version: await versionNow(), ...values }, engineer);
    pages.clear();
    expect([values.type, answer.status]).toEqual([values.type, 303]);
  };
  const waivable = async () => /[?&]waive=([^"&#]+)/.exec(await read(""))?.[1] ?? "";
  await post({
    ...{ form: "add-waiver", type: "add-waiver", findingId: decodeURIComponent(await waivable()) },
    ...{ reason: "Until the move", expiresOn: "2027-01-31" },
  });
  for (const name of ["Pump A", "Pump B"])
    await post({ form: "asset-facts", type: "update-asset", assetId: "pump", ...assetFields(name) });
  const undo = /id="undo-step".*?name="version" value="(\d+)"/s.exec(await read(""))?.[1] ?? "";
  await post({ form: "steps", type: "undo", version: undo });
  const waive = `?waive=${await waivable()}`;
  return { read, waive };
}

function assetFields(name: string) {
  return {
    ...{
      "changes.name": name,
      "changes.quantity": "1",
      "changes.location": "",
      "changes.softwareVersion": "",
    },
    ...{ "changes.productReleaseId": "", "changes.componentTypes": "embedded-device" },
  };
}

type Scene = Awaited<ReturnType<typeof aScene>>;

/** True where the page really has it. */
async function isThere(way: Way, { read, waive }: Scene): Promise<boolean> {
  const at = "at" in way ? (way.at ?? "") : "";
  const html = await read(at === "?waive" ? waive : at === "?waived" ? "" : at);
  const has = (name: string, value: string) => html.includes(`${name}="${value}"`);
  switch (way.by) {
    case "bar":
      return (
        new RegExp(`<button[^>]*name="do"[^>]*value="${way.action}"`).test(html) &&
        (way.field === undefined || has("name", way.field))
      );
    case "form":
      return new RegExp(`name="type"[^>]*value="${way.type}"`).test(html);
    case "link":
      return new RegExp(`href="[^"]*${way.to.replaceAll("?", "\\?")}`).test(html);
    case "field":
      return has("name", way.name);
    case "place":
      return has("id", way.id);
    case "key": {
      const pressed = {
        key: way.key,
        ctrlKey: way.mod === true,
        metaKey: false,
        altKey: false,
        shiftKey: false,
      };
      return treeMove(pressed, [{ level: 1, isOpen: true, name: "ICU" }], 0)?.kind === way.means;
    }
    // The browser journey looks for these.
    case "script":
    case "none":
      return true;
  }
}

const COMMANDS = ZoneModelCommandSchema.options.map(({ shape }) => shape.type.value);

test("every action, command, overlay and button of the canvas is listed with its way in the table", () => {
  const { label: _label, arrange: _arrange, ...buttons } = toolbarWords.toolbar;
  const listed: ReadonlyArray<readonly [ReadonlyArray<string>, object]> = [
    [SHORTCUTS.map(({ action }) => action), ACTION_WAYS],
    [COMMANDS, COMMAND_WAYS],
    [OVERLAYS, OVERLAY_WAYS],
    [Object.keys(buttons), TOOLBAR_WAYS],
  ];
  for (const [canvas, ways] of listed) expect(Object.keys(ways).sort()).toEqual([...canvas].sort());
});

test("only what changes nothing but the view of the drawing has no way", () => {
  const VIEW_ONLY = SHORTCUTS.filter(({ group, action }) => group === "view" || action === "snap");
  const missing = Object.entries(ACTION_WAYS).flatMap(([action, { by }]) => (by === "none" ? [action] : []));
  expect(VIEW_ONLY.map(({ action }) => action as string)).toEqual(expect.arrayContaining(missing));
  const others = [COMMAND_WAYS, OVERLAY_WAYS, PANEL_WAYS, OTHER_WAYS].flatMap((ways) => Object.values(ways));
  expect(others.filter(({ by }) => by === "none")).toEqual([]);
});

test("every way is there on the page of the table", async () => {
  const scene = await aScene();
  const groups = { ACTION_WAYS, COMMAND_WAYS, OVERLAY_WAYS, TOOLBAR_WAYS, PANEL_WAYS, OTHER_WAYS };
  const missing: Array<string> = [];
  for (const [group, ways] of Object.entries(groups))
    for (const [name, way] of Object.entries(ways as Readonly<Record<string, Way>>))
      if (!(await isThere(way, scene))) missing.push(`${group}: ${name}`);
  expect(missing).toEqual([]);
  // What the bar offers is what is done with what is ticked, and nothing of that is left out.
  const html = await scene.read("");
  const offered = [...html.matchAll(/<button[^>]*name="do"[^>]*value="([^"]+)"/g)].map(
    ([, action]) => action,
  );
  expect(offered).toEqual(expect.arrayContaining([...CHOSEN_ACTIONS]));
  for (const overlay of OVERLAYS) expect(html).toMatch(new RegExp(`<option[^>]*value="${overlay}"`));
});
