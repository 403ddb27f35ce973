import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { openFileStore } from "~/files/file-store.server";
import { paths } from "~/paths";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { ATTACHED, aCanaryWorld, type CanaryWorld, SENT } from "../builders/canary-hospital";
import { CANARY, CANARY_ADDRESS } from "../builders/canary-model";
import { accepted } from "../builders/declaration";
import { aPdf } from "../builders/files";
import { aPortal, postForm, signedIn } from "../builders/portal";
import { aPiece } from "../cli/full-files";
import { readPdf } from "../reports/read-pdf";
import { anAttachment } from "../use-cases/tenders/attaching";

const portal = aPortal();

type Answer = { path: string; status: number; type: string; body: string };
let world: CanaryWorld;
let supplier: Caller;
let cookie: string;
let answers: ReadonlyArray<Answer>;

/** Every byte of an answer, its headers too. */
async function read(path: string, init: { method?: string; body?: string; headers?: HeadersInit } = {}) {
  const answer = await portal().request(path, { cookie, ...init });
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  const type = answer.headers.get("content-type") ?? "";
  return { path, status: answer.status, type, body: `${headers}\n\n${body}` };
}

/** An answer may repeat the address that was asked for, and nothing more. */
const withoutAddress = ({ path, body }: Answer) =>
  body
    .replaceAll(path, "")
    .replaceAll(encodeURIComponent(path), "")
    .replaceAll(path.replace(/\.data$/, ""), "")
    .replaceAll(encodeURIComponent(path.replace(/\.data$/, "")), "");

const leaks = (all: ReadonlyArray<Answer>) =>
  all
    .filter((one) => withoutAddress(one).includes(CANARY) || withoutAddress(one).includes(CANARY_ADDRESS))
    .map(({ path, status }) => `${status} ${path}`);

/** Folders of app/routes that a supplier may come to, as patterns over paths. */
const ROUTES = fs
  .readdirSync("app/routes")
  .filter((name) => name.startsWith("supplier."))
  .map((name) => ({
    name,
    pattern: new RegExp(
      `^/${name
        .split(".")
        .filter((part) => part !== "_index")
        .map((part) => part.replace(/_$/, ""))
        .map((part) => (part.startsWith("$") ? "[^/]+" : part.replace(/[[\]]/g, "")))
        .join("/")}(\\.data)?$`,
    ),
  }));

beforeAll(async () => {
  const roles = ["administrator", "contributor", "signatory"] as const;
  const person = await signedIn(portal(), "supplier", ...roles);
  cookie = person.cookie;
  const { organisationId, personId } = person;
  supplier = {
    ...{
      database: portal().database,
      now: new Date("2026-11-21T10:00:00.000Z"),
      newId: randomUUID,
      isSteppedUp: true,
    },
    actor: { personId, organisationId, organisationKind: "supplier", roles },
  };
  world = await aCanaryWorld(portal().database, supplier, async (officer) => {
    const files = openFileStore(portal().filesFolder);
    return (await anAttachment({ ...officer, files }, { name: ATTACHED })).posted;
  });
  answers = await crawl(await seeds());
});

/** Every address that the routes of a supplier have, with the ids of what is there. */
async function seeds(): Promise<ReadonlyArray<string>> {
  const own = await listDeclarations(portal().database.read, supplier.actor.organisationId);
  const draft = own.find(({ state }) => state === "draft");
  if (!draft) throw new Error("the world has a draft");
  const uploadId = await anUpload(draft.id);
  const { id: _, ...evidence } = aPiece({ sha256: null });
  const { evidenceId } = accepted(
    await saveEvidence(supplier, { declarationId: draft.id, before: null, evidence }),
  );
  const ids: Readonly<Record<string, ReadonlyArray<string>>> = {
    requestId: Object.values(world.requests),
    declarationId: own.map(({ id }) => id),
    productId: [...new Set(own.map(({ productId }) => productId))],
    releaseId: [...new Set(own.map(({ releaseId }) => releaseId))],
    evidenceId: [evidenceId],
    uploadId: [uploadId],
  };
  const filled = ROUTES.flatMap(({ name }) =>
    name
      .split(".")
      .filter((part) => part !== "_index")
      .reduce<ReadonlyArray<string>>(
        (addresses, part) => {
          const bare = part.replace(/_$/, "").replace(/[[\]]/g, "");
          // What is not known by name is named by nobody: still an answer, and links lead to the real ones.
          const values = bare.startsWith("$") ? (ids[bare.slice(1)] ?? ["pdf", "unknown"]) : [bare];
          return addresses.flatMap((address) => values.map((value) => `${address}/${value}`));
        },
        [""],
      ),
  );
  const suggestions = paths.suggestedCountermeasures(draft.id, "CR 1.1");
  return [...filled, suggestions, paths.home(), paths.members(), paths.catalogue(), "/supplier/no-such-page"];
}

async function anUpload(declarationId: string): Promise<string> {
  const answer = await portal().request(paths.declarationUploads(declarationId), {
    ...{ method: "POST", cookie, body: JSON.stringify({ name: "report.pdf", bytes: aPdf().length }) },
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
  });
  return ((await answer.json()) as { id: string }).id;
}

/** More than a supplier's portal has. */
const MOST_ADDRESSES = 600;

/** What an address names: its path, and each of its parameters there. Filters go together to more pages than can be read. */
function namesIn(address: string): ReadonlyArray<string> {
  const { pathname, searchParams } = new URL(address, portal().url);
  return [pathname, ...[...searchParams].map(([name, value]) => `${pathname}?${name}=${value}`)];
}

/**
 * Every page, its data, and what it links to within the portal: every path, and every value of every parameter there.
 * Throws where it did not come to the end.
 */
async function crawl(start: ReadonlyArray<string>): Promise<ReadonlyArray<Answer>> {
  const seen = new Set<string>();
  const found: Array<Answer> = [];
  const queue = [...start];
  let count = 0;
  while (queue.length > 0) {
    const path = (queue.shift() ?? "").split("#")[0] ?? "";
    if (path.startsWith("/assets/") || path.startsWith("//")) continue;
    const names = namesIn(path);
    if (names.every((name) => seen.has(name))) continue;
    if (count >= MOST_ADDRESSES)
      throw new Error(`${queue.length} addresses are left unread, the next of them ${path}`);
    count += 1;
    for (const name of names) seen.add(name);
    const answer = await read(path);
    found.push(answer);
    if (!answer.type.startsWith("text/html")) continue;
    const [pathname, search] = path.split("?");
    found.push(await read(`${pathname === "/" ? "/_root" : pathname}.data${search ? `?${search}` : ""}`));
    for (const [, href = ""] of answer.body.matchAll(/href="(\/[^"]*|\?[^"]*)"/g)) {
      const local = href.replaceAll("&amp;", "&");
      queue.push(local.startsWith("?") ? `${pathname}${local}` : local);
    }
  }
  return found;
}

test("every address of a supplier has been asked for, and pages come with what was sent", () => {
  const asked = answers.map(({ path }) => path.split("?")[0] ?? "");
  expect(
    ROUTES.filter(({ pattern }) => !asked.some((path) => pattern.test(path))).map(({ name }) => name),
  ).toEqual([]);
  const pages = answers.filter(({ status }) => status === 200);
  expect(pages.length).toBeGreaterThan(60);
  const all = pages.map(({ body }) => body).join("\n");
  for (const words of [...Object.values(SENT), ATTACHED]) expect(all).toContain(words);
  expect(answers.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);
});

test("no byte that a supplier is sent holds a name, an id or an address of the hospital's network", () => {
  expect(leaks(answers)).toEqual([]);
});

test("what lies packed in the archives that a supplier takes holds nothing of it either", async () => {
  for (const requestId of Object.values(world.requests)) {
    const answer = await portal().request(paths.receivedPackage(requestId), { cookie });
    expect(answer.status).toBe(200);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const texts = [
      strFromU8(files["read-me.txt"] ?? new Uint8Array()),
      strFromU8(files["zone.cordon.json"] ?? new Uint8Array()),
      readPdf(files["requirements.pdf"] ?? new Uint8Array()).pages.join("\n"),
      ...Object.values(unzipSync(files["requirements.docx"] ?? new Uint8Array())).map((part) =>
        strFromU8(part),
      ),
    ];
    expect(texts[1]).toContain("slTarget");
    expect(texts[2]).toContain("CR 1.1");
    expect(texts.slice(3).join()).toContain("CR 1.1");
    for (const secret of [CANARY, CANARY_ADDRESS, "Sending Hospital"])
      expect(texts.join("\n")).not.toContain(secret);
  }
});

test("the search finds what is there: the hospital's own page of the same request is full of it", async () => {
  const { presentRequest } = await import("~/presenters/present-request.server");
  expect(JSON.stringify(await presentRequest(world.officer, world.requests.returned))).toContain(CANARY);
  expect(leaks([{ path: "/x", status: 200, type: "", body: `<p>${CANARY} zone</p>` }])).toHaveLength(1);
});

test("addresses of the hospital answer a supplier with nothing, also with the right ids", async () => {
  const { modelId, zoneId, declarationId, requests } = world;
  const hospital = [
    ...[paths.hospital(), paths.models(), paths.model(modelId), paths.modelTable(modelId)],
    ...[paths.modelFile(modelId, "model.json"), paths.modelHistory(modelId), paths.revision(modelId, 1)],
    ...[paths.zoneProfile(modelId, zoneId), paths.elementRisk(modelId, { kind: "zone", id: zoneId })],
    ...[paths.tenders(), paths.requestTemplates(), paths.zonePackage(modelId, zoneId)],
    ...[paths.request(requests.returned), paths.requestQuestions(requests.returned), paths.questions()],
    ...[paths.assessment(modelId, zoneId, declarationId), paths.placement(declarationId)],
    ...[paths.decisions(), paths.countermeasures(), paths.changes(), paths.policy(), paths.suppliers()],
  ];
  const got = [];
  for (const path of hospital) got.push(await read(path), await read(`${path}.data`));
  for (const one of got) expect([one.path, [403, 404].includes(one.status)]).toEqual([one.path, true]);
  expect(leaks(got)).toEqual([]);
});

test("what is refused says nothing more than what is shown", async () => {
  const { requests, declarationId } = world;
  const posts: ReadonlyArray<[string, Record<string, string>]> = [
    [paths.receivedRequest(requests.sent), { intent: "decline", reason: "" }],
    [paths.receivedRequest(requests.decided), { intent: "accept" }],
    [paths.receivedRequest(requests.returned), { intent: "declare", declarationId: "unknown" }],
    [paths.receivedRequestQuestions(requests.returned), { intent: "ask", text: "" }],
    [
      paths.receivedRequestQuestions(requests.returned),
      { intent: "ask", text: "Why?", findingId: "unknown", declarationId },
    ],
    [paths.receivedRequestQuestions(requests.sent), { intent: "settle", threadId: "unknown" }],
    [paths.request(requests.returned), { intent: "withdraw" }],
    [paths.requestQuestions(requests.returned), { intent: "ask", text: "As the hospital" }],
  ];
  const got: Array<Answer> = [];
  for (const [path, values] of posts) {
    const answer = await postForm(portal(), path, values, { cookie });
    got.push({ path, status: answer.status, type: "", body: await answer.text() });
  }
  expect(got.map(({ status }) => status)).toEqual([422, 422, 404, 422, 422, 404, 403, 403]);
  expect(leaks(got)).toEqual([]);
});
