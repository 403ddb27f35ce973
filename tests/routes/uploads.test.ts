import { createHash, randomUUID } from "node:crypto";
import net from "node:net";
import { expect, test } from "vitest";
import type { OrganisationKind, Role } from "~/domain/access/role";
import { MAX_PART_BYTES } from "~/domain/files/limits";
import { paths } from "~/paths";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import type { Caller } from "~/use-cases/use-case.server";
import { accepted, aDraft, aRequest, sign } from "../builders/declaration";
import { aPdf, bytesOf } from "../builders/files";
import { aPortal, signedIn } from "../builders/portal";
import { until } from "../builders/until";
import { aPiece } from "../cli/full-files";

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

async function opened(cookie: string, declarationId: string, bytes: number, name = "report.pdf") {
  const answer = await portal().request(paths.declarationUploads(declarationId), {
    ...{ method: "POST", cookie, body: JSON.stringify({ name, bytes }) },
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
  });
  expect(answer.status).toBe(201);
  const { id, ticket } = (await answer.json()) as { id: string; ticket: string };
  return { url: paths.upload(id), ticket };
}

type Ticket = Awaited<ReturnType<typeof opened>>;

function put(
  cookie: string,
  { url, ticket }: Ticket,
  body: Uint8Array,
  headers: Record<string, string> = {},
) {
  return portal().request(url, {
    ...{ method: "PUT", cookie, body: Buffer.from(body) },
    headers: {
      "Content-Type": "application/octet-stream",
      "X-Requested-With": "cordon",
      "Upload-Ticket": ticket,
      "Upload-Offset": "0",
      ...headers,
    },
  });
}

function post(cookie: string, { url, ticket }: Ticket, body: object) {
  return portal().request(url, {
    ...{ method: "POST", cookie, body: JSON.stringify(body) },
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon", "Upload-Ticket": ticket },
  });
}

const progressOf = (cookie: string, { url, ticket }: Ticket) =>
  portal().request(url, { cookie, headers: { "Upload-Ticket": ticket, "X-Requested-With": "cordon" } });

async function attached(caller: Caller, declarationId: string, sha256: string) {
  const { id: _, ...evidence } = aPiece({ sha256 });
  return accepted(await saveEvidence(caller, { declarationId, before: null, evidence })).evidenceId;
}

async function stored(cookie: string, declarationId: string, bytes: Uint8Array, name?: string) {
  const ticket = await opened(cookie, declarationId, bytes.length, name);
  expect((await put(cookie, ticket, bytes)).status).toBe(200);
  const finished = await post(cookie, ticket, { intent: "finish" });
  expect(finished.status).toBe(200);
  return ((await finished.json()) as { sha256: string }).sha256;
}

test("a file is put in parts, finished, attached and handed out for saving and nothing else", async () => {
  const { cookie, caller } = await aSupplier();
  const declarationId = await aDraft(caller);
  const pdf = aPdf({ filler: 200_000 });
  const ticket = await opened(cookie, declarationId, pdf.length, "Prüfbericht „4711“ (č. 2).exe");
  const first = await put(cookie, ticket, pdf.subarray(0, 70_000));
  expect([first.status, await first.json()]).toEqual([200, { offset: 70_000 }]);
  const again = await put(cookie, ticket, pdf.subarray(0, 70_000));
  expect([again.status, await again.json()]).toEqual([
    422,
    { refusal: { code: "wrong-offset", offset: 70_000 } },
  ]);
  const rest = await put(cookie, ticket, pdf.subarray(70_000), { "Upload-Offset": "70000" });
  expect(await rest.json()).toEqual({ offset: pdf.length });
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  expect(await (await post(cookie, ticket, { intent: "finish", sha256 })).json()).toMatchObject({ sha256 });
  const evidenceId = await attached(caller, declarationId, sha256);

  const answer = await portal().request(paths.evidenceFile(declarationId, evidenceId), { cookie });
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(pdf));
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("content-length")).toBe(String(pdf.length));
  expect(answer.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
  const disposition = answer.headers.get("content-disposition") ?? "";
  expect(disposition).toMatch(/^attachment; filename="[\w.() -]+\.pdf"; filename\*=UTF-8''[\w.%-]+\.pdf$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe("Prüfbericht „4711“ (č. 2).pdf");
});

test("a line that is cut in the middle loses nothing that has come", async () => {
  const { cookie, caller } = await aSupplier();
  const pdf = aPdf({ filler: 500_000 });
  const ticket = await opened(cookie, await aDraft(caller), pdf.length);
  const { hostname, port } = new URL(portal().url);
  const socket = net.connect(Number(port), hostname);
  await new Promise((resolve) => socket.once("connect", resolve));
  const head = [
    `PUT ${ticket.url} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Origin: ${portal().url}`,
    `Cookie: ${cookie}`,
    "Content-Type: application/octet-stream",
    `Content-Length: ${pdf.length}`,
    `Upload-Ticket: ${ticket.ticket}`,
    "Upload-Offset: 0",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  socket.write(pdf.subarray(0, 123_456));
  let offset = 0;
  await until(async () => {
    ({ offset } = (await (await progressOf(cookie, ticket)).json()) as { offset: number });
    return offset >= 123_456;
  });
  expect(offset).toBe(123_456);
  socket.destroy();
  const rest = await put(cookie, ticket, pdf.subarray(offset), { "Upload-Offset": String(offset) });
  expect([rest.status, await rest.json()]).toEqual([200, { offset: pdf.length }]);
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  expect((await post(cookie, ticket, { intent: "finish", sha256 })).status).toBe(200);
  expect((await portal().request("/livez")).status).toBe(200);
});

test.each([
  [
    "a page called a picture",
    bytesOf("<html><script>alert(1)</script></html>"),
    "picture.png",
    "active-page",
  ],
  [
    "a drawing called a picture",
    bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'),
    "a.png",
    "active-page",
  ],
  ["an archive called a document", bytesOf("PK\u0003\u0004 not really"), "a.pdf", "damaged"],
])("%s is refused with the reason, and the portal goes on", async (_, bytes, name, fault) => {
  const { cookie, caller } = await aSupplier();
  const ticket = await opened(cookie, await aDraft(caller), bytes.length, name);
  await put(cookie, ticket, bytes);
  const finished = await post(cookie, ticket, { intent: "finish" });
  expect([finished.status, await finished.json()]).toEqual([
    422,
    { refusal: { code: "content-refused", fault } },
  ]);
});

test("the door for bytes opens for nothing else", async () => {
  const { cookie, caller } = await aSupplier();
  const ticket = await opened(cookie, await aDraft(caller), 1_000);
  const bytes = new Uint8Array(10);
  const statusOf = async (answer: Promise<Response>) => (await answer).status;
  expect(
    await statusOf(put(cookie, ticket, bytes, { "Content-Type": "multipart/form-data; boundary=x" })),
  ).toBe(415);
  expect(await statusOf(put(cookie, ticket, bytes, { "Content-Type": "text/html" }))).toBe(415);
  expect(await statusOf(put(cookie, ticket, bytes, { "Sec-Fetch-Site": "cross-site" }))).toBe(403);
  expect(await statusOf(put("", ticket, bytes))).toBe(401);
  expect(await statusOf(put(cookie, { ...ticket, ticket: "another" }, bytes))).toBe(404);
  expect(await statusOf(put(cookie, ticket, bytes, { "Upload-Offset": "-1" }))).toBe(422);
  expect(await statusOf(put(cookie, ticket, bytes, { "Upload-Offset": "1e3" }))).toBe(422);
  const other = portal().request(paths.supplier(), {
    ...{ method: "PUT", cookie, body: "x", headers: { "Content-Type": "application/octet-stream" } },
  });
  expect(await statusOf(other)).toBe(415);
  const large = await put(cookie, ticket, new Uint8Array(MAX_PART_BYTES + 1))
    .then(({ status }) => status)
    .catch(() => "connection ended");
  expect([413, "connection ended"]).toContain(large);
  const { offset } = (await (await progressOf(cookie, ticket)).json()) as { offset: number };
  expect(offset).toBe(0);
  expect((await post(cookie, ticket, { intent: "cancel" })).status).toBe(200);
  expect(await statusOf(put(cookie, ticket, bytes))).toBe(422);
});

test("a hospital that it was shared with reads the file, nobody else learns that there is one", async () => {
  const { cookie, caller } = await aSupplier();
  const declarationId = await aDraft(caller, { "CR 1.1": { value: "met" } });
  const evidenceId = await attached(caller, declarationId, await stored(cookie, declarationId, aPdf()));
  const asking = await aPerson("hospital", "procurement-officer");
  const other = await aPerson("hospital", "procurement-officer", "security-lead", "administrator");
  const rival = await aSupplier();
  await aRequest(asking.caller, caller.actor.organisationId, { state: "accepted" });
  const shared = paths.sharedEvidenceFile(declarationId, evidenceId);
  const statusFor = async (who: { cookie: string }, path = shared) =>
    (await portal().request(path, { cookie: who.cookie })).status;
  expect(await statusFor(asking)).toBe(404);
  await sign(caller, declarationId, "requesting-hospitals");
  const answer = await portal().request(shared, { cookie: asking.cookie });
  expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, aPdf().length]);
  const own = paths.evidenceFile(declarationId, evidenceId);
  for (const [who, path] of [
    [other, shared],
    [other, own],
    [rival, own],
    [rival, shared],
  ] as const)
    expect(await statusFor(who, path)).toBe(404);
  const [missing, foreign] = await Promise.all(
    [paths.sharedEvidenceFile(randomUUID(), evidenceId), shared].map(async (path) =>
      (await portal().request(path, { cookie: other.cookie })).text(),
    ),
  );
  expect(foreign).toBe(missing);
  expect((await portal().request(shared)).status).toBe(302);
});
