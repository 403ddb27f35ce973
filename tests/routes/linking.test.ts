import { expect, test } from "vitest";
import { factsOfGroup } from "~/domain/declaration/fact-fields";
import { paths } from "~/paths";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import { findDeclaration } from "~db/repositories/declarations";
import { findZoneModel } from "~db/repositories/zone-models";
import { aSupplierCaller } from "../builders/database";
import { accepted, aProduct, sign } from "../builders/declaration";
import { aPortal, postForm } from "../builders/portal";
import { aModelInPortal } from "../builders/portal-model";
import { anAsset, aZone } from "../builders/zone-model";

const portal = aPortal();

async function aReleaseFor(udiDi: string): Promise<string> {
  const supplier = await aSupplierCaller(portal().database, "contributor", "signatory");
  const { releaseId } = await aProduct(supplier, { name: `Flow ${udiDi}`, version: "2.0" });
  const { id } = accepted(await createDeclaration(supplier, { releaseId }));
  const stored = await findDeclaration(portal().database.read, supplier.actor.organisationId, id);
  const before = factsOfGroup(stored?.content.facts ?? {}, "identification");
  const facts = { ...before, udiDi };
  accepted(await saveFacts(supplier, { declarationId: id, group: "identification", before, facts }));
  const answers = [{ requirementId: "CR 1.1", before: null, answer: { value: "met" } }];
  accepted(await answerRequirements(supplier, { declarationId: id, changes: answers }));
  await sign(supplier, id, "all-hospitals");
  return releaseId;
}

/** A model with these devices, each with its UDI-DI, and how its page is read and posted to without a script. */
async function aScene(...udiDis: ReadonlyArray<string>) {
  const { engineer, modelId } = await aModelInPortal(portal(), [
    { type: "add-zone", zone: aZone({ id: "icu", name: "ICU" }), place: null },
    ...udiDis.map((udiDi, n) => ({
      type: "add-asset" as const,
      asset: anAsset({ id: `a${n}`, name: `Pump ${n}`, zoneId: "icu", udiDi }),
    })),
  ]);
  const path = paths.modelLinking(modelId);
  const read = async (query = "") =>
    (await (await portal().request(path + query, { cookie: engineer.cookie })).text())
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
  const post = (values: Record<string, string>, query = "") =>
    postForm(portal(), path + query, values, engineer);
  const links = async () => {
    const model = await findZoneModel(portal().database.read, engineer.organisationId, modelId);
    return model?.draft.assets.map(({ productReleaseId }) => productReleaseId);
  };
  return { engineer, modelId, path, read, post, links };
}

const fieldIn = (html: string, name: string) => {
  const tag = html.match(/<input[^>]*>/g)?.find((input) => input.includes(`name="${name}"`)) ?? "";
  return /value="(.*?)"(?= ?\/?>)/.exec(tag)?.[1] ?? "";
};

test("without a script: what is ticked is linked, told, undone, and what is certain is linked by one press", async () => {
  const releaseId = await aReleaseFor("4012345678901");
  const { read, post, links, path } = await aScene("4012345678901", "(01)04012345678901", "x");
  const html = await read();
  expect(html).toContain("The same UDI-DI");
  expect(html).toContain("2 assets can be linked without a doubt");
  expect(fieldIn(html, "rows.0.releaseId")).toBe(releaseId);
  const row = {
    ...{ version: fieldIn(html, "version"), "rows.0.tick": "on", "rows.0.releaseId": releaseId },
    ...{ "rows.0.key": fieldIn(html, "rows.0.key"), "rows.0.mark": fieldIn(html, "rows.0.mark") },
  };
  const version = { version: "1" };
  const linked = await post({ ...row, ...version, intent: "link" }, "?find=pump");
  expect([linked.status, linked.headers.get("Location")]).toEqual([303, `${path}?find=pump&linked=2`]);
  expect(await links()).toEqual([releaseId, releaseId, null]);
  const told = await read("?linked=2");
  expect(told).toContain("2 assets are linked");
  expect(told).toContain("Undo: ");
  expect((await post({ type: "undo", form: "steps", version: "2" })).status).toBe(303);
  expect(await links()).toEqual([null, null, null]);
  // The first mark on the page is that of all that is certain.
  const certain = await post({ intent: "link-certain", version: "3", mark: fieldIn(await read(), "mark") });
  expect(certain.headers.get("Location")).toBe(`${path}?linked=2`);
  expect(await links()).toEqual([releaseId, releaseId, null]);
  const shown = await read("?show=linked");
  const away = await post({
    ...{ intent: "unlink", version: "4", "rows.0.tick": "on" },
    ...{ "rows.0.key": releaseId, "rows.0.mark": fieldIn(shown, "rows.0.mark") },
  });
  expect(away.headers.get("Location")).toBe(`${path}?unlinked=2`);
  expect(await links()).toEqual([null, null, null]);
});

test("what does not hold any more is refused with a sentence, and nothing is written", async () => {
  const { post, links } = await aScene("4012345678918");
  const cases: ReadonlyArray<[Record<string, string>, string]> = [
    [{ intent: "link", version: "1" }, "Tick at least one line"],
    [{ intent: "link-certain", version: "1", mark: "x" }, "have changed since you opened the page"],
    [{ intent: "link", version: "1", "rows.0.tick": "on", "rows.0.key": "x" }, "have changed since"],
    [{ intent: "unlink", version: "1", "rows.0.tick": "on", "rows.0.key": "x" }, "have changed since"],
    [{ type: "undo", form: "steps", version: "9" }, "undone"],
    [{ "rows.__proto__.tick": "on", "rows.0": "x", intent: "" }, "Tick at least one line"],
  ];
  for (const [values, sentence] of cases) {
    const answer = await post(values);
    expect([answer.status, sentence]).toEqual([422, sentence]);
    const html = await answer.text();
    if (values.type === undefined) expect(html).toContain(sentence);
  }
  expect(await links()).toEqual([null]);
});

test("whatever stands in the address, the page answers; nobody from outside gets it", async () => {
  const { engineer, path } = await aScene("4012345678925");
  const odd = [
    ...["?page=-1", "?page=1e99", "?show=x&grade=y", "?choose=%00", "?choose=a0&product=%25_", "?linked=-1"],
    `?find=${"a".repeat(5000)}`,
  ];
  for (const query of odd)
    expect((await portal().request(path + query, { cookie: engineer.cookie })).status, query).toBe(200);
  expect((await portal().request(path)).status).toBe(302);
  const stranger = await aModelInPortal(portal());
  expect((await portal().request(path, { cookie: stranger.engineer.cookie })).status).toBe(404);
  expect((await postForm(portal(), path, { intent: "link" }, stranger.engineer)).status).toBe(404);
  const foreign = await postForm(
    portal(),
    path,
    { intent: "link" },
    { ...engineer, origin: "https://x.example" },
  );
  expect(foreign.status).toBe(403);
});

test("the ways to it: the table, the frame of the model, and a product of one's own choice", async () => {
  const { engineer, modelId, read } = await aScene("4012345678932");
  const releaseId = await aReleaseFor("4012345678949");
  const get = async (path: string) => (await portal().request(path, { cookie: engineer.cookie })).text();
  expect(await get(paths.modelTable(modelId))).toContain(`href="${paths.modelLinking(modelId)}"`);
  const choosing = await read("?choose=a0&product=4012345678949");
  expect(choosing).toContain(`value="${releaseId}"`);
  expect(await read("?choose=a0&product=nothing+like+it")).toContain("No product is called so");
});
