import { expect, test } from "vitest";
import { paths } from "~/paths";
import { findZoneModel } from "~db/repositories/zone-models";
import { aPortal, PASSWORD, postForm, signedIn } from "../builders/portal";
import { aModelInPortal } from "../builders/portal-model";
import { aZone } from "../builders/zone-model";

const portal = aPortal();
type Visitor = Awaited<ReturnType<typeof signedIn>>;

const TODAY = "2026-11-21";
const FINDING = "zone-has-sl-target:zone:icu";

/** A model with one finding: the ICU has no target. */
async function aScene() {
  const zone = aZone({ id: "icu", name: "ICU", slTarget: null });
  const { engineer, modelId } = await aModelInPortal(portal(), [{ type: "add-zone", zone, place: null }]);
  const { organisationId } = engineer;
  const draft = async () => {
    const model = await findZoneModel(portal().database.read, organisationId, modelId);
    if (!model) throw new Error("the model is there");
    return { version: String(model.draftVersion), waivers: model.draft.waivers };
  };
  return { engineer, modelId, draft };
}

function waive(who: Visitor, modelId: string, values: Record<string, string>) {
  const form = { form: "add-waiver", type: "add-waiver", findingId: FINDING, version: "1" };
  return postForm(
    portal(),
    paths.modelTable(modelId, { waive: FINDING }),
    { ...form, reason: "Target follows in spring", expiresOn: "2027-03-31", ...values },
    who,
  );
}

async function read(who: Visitor, path: string): Promise<string> {
  return (await portal().request(path, who)).text();
}

test("without a script a finding is waived, counted apart, listed with its author, and taken back", async () => {
  const { engineer, modelId, draft } = await aScene();
  const form = await read(engineer, paths.modelTable(modelId, { waive: FINDING }));
  expect(form).toMatch(/name="expiresOn"[^>]*value="2027-05-22"|value="2027-05-22"[^>]*name="expiresOn"/);
  const answer = await waive(engineer, modelId, {});
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    303,
    `${paths.modelTable(modelId)}#findings`,
  ]);
  const { waivers, version } = await draft();
  expect(waivers).toMatchObject([
    {
      ruleId: "zone-has-sl-target",
      element: { kind: "zone", id: "icu" },
      reason: "Target follows in spring",
      expiresOn: "2027-03-31",
    },
  ]);
  const table = await read(engineer, paths.modelTable(modelId));
  expect(table).toContain("Findings (0)");
  expect(table).toContain("Waived findings (1)");
  expect(table).toContain("Target follows in spring");
  for (const page of [paths.models(), paths.revisions(modelId)]) {
    const html = await read(engineer, page);
    expect(html).toContain("1 waived");
    expect(html).not.toContain("1 error");
  }
  const back = await postForm(
    portal(),
    paths.modelTable(modelId),
    {
      ...{ form: "finding", type: "delete-waiver", version, waiverId: waivers[0]?.id ?? "" },
      ...{ "element.kind": "zone", "element.id": "icu" },
    },
    engineer,
  );
  expect(back.status).toBe(303);
  expect((await draft()).waivers).toEqual([]);
  expect(await read(engineer, paths.models())).toContain("1 error");
});

test.each([
  [{ expiresOn: TODAY }, "Choose a day after today."],
  [{ expiresOn: "2020-01-01" }, "Choose a day after today."],
  [{ expiresOn: "2028-11-22" }, "Choose a day within the next two years."],
  [{ expiresOn: "tomorrow" }, "This is not a date that exists."],
  [{ reason: " " }, "Please fill this in."],
])("%o is refused beside its field and what was typed stays", async (values, text) => {
  const { engineer, modelId, draft } = await aScene();
  const answer = await waive(engineer, modelId, values);
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain(text);
  if (!("reason" in values)) expect(html).toContain("Target follows in spring");
  expect((await draft()).waivers).toEqual([]);
});

test("the diagram cannot waive for longer than two years either", async () => {
  const { engineer, modelId, draft } = await aScene();
  const save = (expiresOn: string) => {
    const waiver = {
      ...{ id: "w1", ruleId: "zone-has-sl-target", element: { kind: "zone", id: "icu" } },
      ...{ reason: "Later", expiresOn },
    };
    return portal().request(paths.modelEdits(modelId), {
      method: "POST",
      body: JSON.stringify({ version: 1, commands: [{ type: "add-waiver", waiver }] }),
      headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
      cookie: engineer.cookie,
    });
  };
  expect((await save("2028-11-22")).status).toBe(422);
  expect((await draft()).waivers).toEqual([]);
  expect((await save("2028-11-21")).status).toBe(200);
  expect((await draft()).waivers).toHaveLength(1);
});

test("a foreign model, an unknown finding or waiver, and a reader are refused", async () => {
  const { engineer, modelId, draft } = await aScene();
  const stranger = await signedIn(portal(), "hospital", "security-engineer");
  expect((await waive(stranger, modelId, {})).status).toBe(404);
  expect((await waive(engineer, modelId, { findingId: "zone-has-sl-target:zone:other" })).status).toBe(404);
  const back = { form: "finding", type: "delete-waiver", version: "1", waiverId: "other" };
  const element = { "element.kind": "zone", "element.id": "icu" };
  const unknown = await postForm(portal(), paths.modelTable(modelId), { ...back, ...element }, engineer);
  expect([unknown.status, await unknown.text()]).toEqual([
    422,
    expect.stringContaining("The waiver does not exist any more."),
  ]);
  expect((await draft()).version).toBe("1");
});

test("after its last day a waiver says so and the finding counts again", async () => {
  const { engineer, modelId } = await aScene();
  await waive(engineer, modelId, { expiresOn: "2026-11-22" });
  const tableAt = async (moment: string) => {
    portal().setNow(new Date(moment));
    const { email } = engineer;
    const signIn = await postForm(portal(), paths.signIn(), { email, password: PASSWORD });
    const cookie = signIn.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    return (await portal().request(paths.modelTable(modelId), { cookie })).text();
  };
  expect(await tableAt("2026-11-22T23:59:00.000Z")).toContain("Findings (0)");
  const table = await tableAt("2026-11-23T00:00:00.000Z");
  expect(table).toContain("Findings (1)");
  expect(table).toContain("Waived until 22 Nov 2026, expired");
  portal().setNow(new Date(`${TODAY}T10:00:00.000Z`));
});
