import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { MDS2_SHEET } from "~/catalogue/mds2-worksheet";
import type { OrganisationKind, Role } from "~/domain/access/role";
import { readMds2File } from "~/formats/mds2/read-file";
import { paths } from "~/paths";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import type { Caller } from "~/use-cases/use-case.server";
import { findDeclaration } from "~db/repositories/declarations";
import { accepted, aDraft, sign } from "../builders/declaration";
import { bytesOf } from "../builders/files";
import { anMds2Csv } from "../builders/intake";
import { aPortal, signedIn } from "../builders/portal";
import { anSbom } from "../builders/sbom";
import { until } from "../builders/until";

const portal = aPortal();

async function aPerson(organisationKind: OrganisationKind, ...roles: ReadonlyArray<Role>) {
  const { organisationId, personId, cookie } = await signedIn(portal(), organisationKind, ...roles);
  const caller: Caller = {
    ...{
      database: portal().database,
      now: new Date("2026-11-21T10:00:00.000Z"),
      newId: randomUUID,
      isSteppedUp: true,
    },
    actor: { personId, organisationId, organisationKind, roles },
  };
  return { cookie, caller };
}

const aSupplier = () => aPerson("supplier", "administrator", "contributor", "signatory");

const HEADERS = { "Content-Type": "application/json", "X-Requested-With": "cordon" };

async function sent(cookie: string, declarationId: string, bytes: Uint8Array, name = "file.csv") {
  const opened = await portal().request(paths.declarationUploads(declarationId), {
    ...{ method: "POST", cookie, body: JSON.stringify({ name, bytes: bytes.length }), headers: HEADERS },
  });
  const { id, ticket } = (await opened.json()) as { id: string; ticket: string };
  const own = { "X-Requested-With": "cordon", "Upload-Ticket": ticket };
  await portal().request(paths.upload(id), {
    ...{ method: "PUT", cookie, body: Buffer.from(bytes) },
    headers: { ...own, "Content-Type": "application/octet-stream", "Upload-Offset": "0" },
  });
  const finished = await portal().request(paths.upload(id), {
    ...{ method: "POST", cookie, body: JSON.stringify({ intent: "finish" }) },
    headers: { ...own, "Content-Type": "application/json" },
  });
  return ((await finished.json()) as { sha256: string }).sha256;
}

function post(cookie: string, path: string, fields: ReadonlyArray<[string, string]>) {
  return portal().request(path, {
    method: "POST",
    cookie,
    body: new URLSearchParams([...fields]),
    redirect: "manual",
  });
}

async function begun(cookie: string, declarationId: string, bytes: Uint8Array, name?: string) {
  const sha256 = await sent(cookie, declarationId, bytes, name);
  const answer = await post(cookie, paths.declarationImport(declarationId), [["sha256", sha256]]);
  expect(answer.status).toBe(303);
  const path = answer.headers.get("Location") ?? "";
  await until(
    async () => !(await (await portal().request(path, { cookie })).text()).includes("Cancel reading"),
  );
  const page = await portal().request(path, { cookie });
  return { path, page: await page.text(), sha256 };
}

const FORM = anMds2Csv({ "ALOF-1": { answer: "Yes" }, "EMRG-1": { answer: "No" } });

test("a file is read by a process of the build, shown, ticked and taken over once", async () => {
  const { cookie, caller } = await aSupplier();
  const declarationId = await aDraft(caller);
  const choice = await portal().request(paths.declarationImport(declarationId), { cookie });
  expect(await choice.text()).toContain("Fill in from a file");
  const { path, page } = await begun(cookie, declarationId, FORM);
  expect(page).toContain('name="taken"');
  expect(page).toContain("fact:autoLogoff");
  const fields: ReadonlyArray<[string, string]> = [
    ["intent", "apply"],
    ["taken", "fact:autoLogoff"],
    ["taken", "fact:mds2"],
  ];
  expect((await post(cookie, path, fields)).status).toBe(303);
  expect((await post(cookie, path, fields)).status).toBe(303);
  const stored = await findDeclaration(portal().database.read, caller.actor.organisationId, declarationId);
  expect(stored?.content.facts.autoLogoff).toBe(true);
  expect(stored?.content.facts.breakGlass).toBeUndefined();
  expect(stored?.content.evidence).toHaveLength(1);
  expect(await (await portal().request(path, { cookie })).text()).toContain("is part of the declaration now");
});

test("a refused submission comes back with its ticks and its reason", async () => {
  const { cookie, caller } = await aSupplier();
  const declarationId = await aDraft(caller);
  const { path } = await begun(cookie, declarationId, FORM);
  const facts = { autoLogoff: false };
  accepted(await saveFacts(caller, { declarationId, group: "accounts", before: {}, facts }));
  const answer = await post(cookie, path, [
    ["intent", "apply"],
    ["taken", "fact:autoLogoff"],
  ]);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("Nothing was taken over");
  expect(page.match(/<input[^>]*name="taken"[^>]*>/g)?.filter((one) => one.includes("checked"))).toHaveLength(
    1,
  );
  expect((await post(cookie, path, [["intent", "apply"]])).status).toBe(422);
  expect(
    (
      await post(cookie, path, [
        ["intent", "apply"],
        ["taken", "fact:sbom"],
      ])
    ).status,
  ).toBe(422);
});

test("a list with names that deceive and mark-up in them is shown as text", async () => {
  const { cookie, caller } = await aSupplier();
  const declarationId = await aDraft(caller);
  const components = [{ type: "operating-system", name: "<script>alert(1)</script>", version: "1" }];
  const { page } = await begun(
    cookie,
    declarationId,
    anSbom(0, { components, dependencies: [] }),
    "sbom.json",
  );
  expect(page).toContain("Quality of the list");
  expect(page).not.toContain("<script>alert(1)");
});

test.each([
  ["JSON of another kind", '{"hello": 1}', "none of the kinds"],
  [
    "a list of a version to come",
    '{"bomFormat":"CycloneDX","specVersion":"9.9"}',
    "version that is not known",
  ],
  [
    "the form of 2013",
    "HIMSS/NEMA Standard HN 1-2013,,\nA,Can this device display private data?,Yes\n",
    "MDS2 of 2013",
  ],
])("%s is refused with an explanation and changes nothing", async (_, text, words) => {
  const { cookie, caller } = await aSupplier();
  const declarationId = await aDraft(caller);
  const before = await findDeclaration(portal().database.read, caller.actor.organisationId, declarationId);
  const { page } = await begun(cookie, declarationId, bytesOf(text));
  expect(page).toContain(words);
  expect(await findDeclaration(portal().database.read, caller.actor.organisationId, declarationId)).toEqual(
    before,
  );
});

test("foreign and missing ids are the same 404; a signed declaration and another role are read only", async () => {
  const { cookie, caller } = await aSupplier();
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const { path, sha256 } = await begun(cookie, declarationId, FORM);
  const stranger = await aSupplier();
  const theirs = await aDraft(stranger.caller);
  const importId = path.split("/").at(-1) ?? "";
  for (const wrong of [
    path,
    paths.fileImport(theirs, importId),
    paths.fileImport(declarationId, "nothing"),
  ]) {
    expect((await portal().request(wrong, { cookie: stranger.cookie })).status).toBe(404);
    expect(
      (
        await post(stranger.cookie, wrong, [
          ["intent", "apply"],
          ["taken", "fact:mds2"],
        ])
      ).status,
    ).toBe(404);
    expect((await post(stranger.cookie, wrong, [["intent", "cancel"]])).status).toBe(404);
  }
  expect((await post(stranger.cookie, paths.declarationImport(theirs), [["sha256", sha256]])).status).toBe(
    404,
  );
  expect(
    (await portal().request(paths.declarationMds2(declarationId), { cookie: stranger.cookie })).status,
  ).toBe(404);
  const hospital = await aPerson("hospital", "administrator");
  expect((await portal().request(path, { cookie: hospital.cookie })).status).toBe(403);
  expect((await post(cookie, paths.declarationImport(declarationId), [["sha256", "x"]])).status).toBe(422);
  await sign(caller, declarationId);
  expect(
    (
      await post(cookie, path, [
        ["intent", "apply"],
        ["taken", "fact:mds2"],
      ])
    ).status,
  ).toBe(422);
  const choice = await portal().request(paths.declarationImport(declarationId), { cookie });
  expect(await choice.text()).toContain("Only a draft can be filled in");
});

test("the form comes out again as a workbook that says the same", async () => {
  const { cookie, caller } = await aSupplier();
  const declarationId = await aDraft(caller);
  const { path } = await begun(cookie, declarationId, FORM);
  await post(cookie, path, [
    ["intent", "apply"],
    ["taken", "fact:mds2"],
  ]);
  const stored = await findDeclaration(portal().database.read, caller.actor.organisationId, declarationId);
  const facts = { individualAccounts: true };
  accepted(await saveFacts(caller, { declarationId, group: "accounts", before: {}, facts }));
  const answer = await portal().request(paths.declarationMds2(declarationId), { cookie });
  expect(answer.headers.get("Content-Type")).toContain("spreadsheetml");
  expect(answer.headers.get("Content-Disposition")).toContain("attachment");
  const read = accepted(await readMds2File(new Uint8Array(await answer.arrayBuffer()), MDS2_SHEET));
  const said = Object.fromEntries(read.entries.map(({ question, answer: word }) => [question, word]));
  expect(said).toMatchObject({ "ALOF-1": "Yes", "EMRG-1": "No", "PAUT-1": "Yes" });
  expect(read.releasedOn).toBe(stored?.content.facts.mds2?.releasedOn);
});
