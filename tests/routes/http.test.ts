import fs from "node:fs";
import { expect, test } from "vitest";
import { aPortal, postForm, signedIn } from "../builders/portal";

const portal = aPortal();

const HEADERS = {
  "content-security-policy":
    /default-src 'none'.*script-src 'nonce-[^']+' 'strict-dynamic'.*style-src-attr 'none'/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "x-request-id": /^[0-9a-f-]{36}$/,
};

test("every kind of answer carries the security headers", async () => {
  const [asset] = fs.readdirSync("build/client/assets").filter((file) => file.endsWith(".js"));
  const answers = await Promise.all([
    portal().request("/"),
    portal().request("/sign-in"),
    portal().request(`/assets/${asset}`),
    portal().request("/no-such-page"),
    portal().request("/hospital"),
    portal().request("/livez"),
    portal().request("/favicon.ico"),
    postForm(portal(), "/sign-in", {}, { origin: "https://elsewhere.test" }),
  ]);
  for (const answer of answers)
    for (const [name, pattern] of Object.entries(HEADERS)) expect(answer.headers.get(name)).toMatch(pattern);
});

test("each document has a nonce of its own, and nothing in it needs more", async () => {
  const [first, second] = await Promise.all([portal().request("/"), portal().request("/")]);
  expect(first?.headers.get("content-security-policy")).not.toBe(
    second?.headers.get("content-security-policy"),
  );
  const html = (await first?.text()) ?? "";
  expect(html).not.toMatch(/<[^>]+\sstyle="/);
  expect([...html.matchAll(/<script(?![^>]*\snonce=)/g)]).toEqual([]);
});

test.each([
  ["another origin", "https://elsewhere.test"],
  ["no origin at all", null],
  ["an opaque origin", "null"],
])("a post from %s is refused before anything runs", async (_name, origin) => {
  const answer = await postForm(portal(), "/sign-in", { email: "a@b.test", password: "x" }, { origin });
  expect(answer.status).toBe(403);
});

test("what a browser marks as cross-site is refused whatever its origin says", async () => {
  const answer = await portal().request("/sign-in", {
    method: "POST",
    body: "email=a",
    headers: { "Sec-Fetch-Site": "cross-site", "Content-Type": "application/x-www-form-urlencoded" },
  });
  expect(answer.status).toBe(403);
});

test("multipart is not read", async () => {
  const body = new FormData();
  body.set("email", "somebody");
  const answer = await portal().request("/sign-in", { method: "POST", body });
  expect(answer.status).toBe(415);
});

test("a body over the limit is refused, with and without a declared length", async () => {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const large = `email=${"a".repeat(3 * 1024 * 1024)}`;
  const declared = await portal().request("/sign-in", { method: "POST", body: large, headers });
  expect(declared.status).toBe(413);
  const stream = new Blob([large]).stream();
  const options = { method: "POST", body: stream, headers, duplex: "half" } as RequestInit;
  const streamed = await portal()
    .request("/sign-in", options)
    .then((answer) => answer.status)
    .catch(() => "connection ended");
  expect([413, "connection ended"]).toContain(streamed);
  expect((await portal().request("/livez")).status).toBe(200);
});

test("an unknown address has a page that helps", async () => {
  const answer = await portal().request("/no-such-page");
  expect(answer.status).toBe(404);
  const html = await answer.text();
  expect(html).toContain("<h1");
  expect(html).toContain('href="/"');
});

test("a page without a session asks to sign in and comes back", async () => {
  const answer = await portal().request("/hospital/models?x=1");
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/sign-in?returnTo=%2Fhospital%2Fmodels%3Fx%3D1");
});

test("a script without a session gets a status, not a page", async () => {
  const answer = await portal().request("/hospital/models/some/edits", {
    method: "POST",
    body: "{}",
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
  });
  expect(answer.status).toBe(401);
});

test("after signing in one returns to a local path only", async () => {
  const { email } = await signedIn(portal(), "hospital", "auditor");
  const password = "a sentence to remember";
  const local = await postForm(portal(), "/sign-in", { email, password, returnTo: "/hospital/models" });
  expect(local.headers.get("Location")).toBe("/hospital/models");
  for (const returnTo of [
    "https://elsewhere.test",
    "//elsewhere.test",
    "/\\elsewhere.test",
    "javascript:alert(1)",
  ]) {
    const answer = await postForm(portal(), "/sign-in", { email, password, returnTo });
    expect(answer.headers.get("Location")).toBe("/");
  }
});

test("the session cookie is out of reach of scripts and other sites", async () => {
  const { email } = await signedIn(portal(), "hospital", "auditor");
  const answer = await postForm(portal(), "/sign-in", { email, password: "a sentence to remember" });
  expect(answer.headers.get("Set-Cookie")).toMatch(/^cordon=.+; HttpOnly; SameSite=Lax$/);
});

test("behind https the cookie is bound to this host", async () => {
  const { email } = await signedIn(portal(), "hospital", "auditor");
  const answer = await portal().request("/sign-in", {
    method: "POST",
    body: new URLSearchParams({ email, password: "a sentence to remember" }).toString(),
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "X-Forwarded-Proto": "https",
      "Sec-Fetch-Site": "same-origin",
    },
  });
  expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-cordon=.+; HttpOnly; Secure; SameSite=Lax$/);
  expect(answer.headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d+/);
});

test("a wrong password is answered on the form", async () => {
  const answer = await postForm(portal(), "/sign-in", {
    email: "nobody@example.test",
    password: "wrong password",
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("do not belong together");
});

test("a session ends after half an hour without a request", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "auditor");
  expect((await portal().request("/hospital/models", { cookie })).status).toBe(200);
  portal().setNow(new Date("2026-11-21T10:31:00.000Z"));
  expect((await portal().request("/hospital/models", { cookie })).status).toBe(302);
  portal().setNow(new Date("2026-11-21T10:00:00.000Z"));
});

test("a suspended member is out with the next request", async () => {
  const { cookie, organisationId, personId } = await signedIn(portal(), "hospital", "auditor");
  expect((await portal().request("/hospital/models", { cookie })).status).toBe(200);
  const { saveMember } = await import("~db/repositories/organisations");
  await portal().database.transaction((db) =>
    saveMember(db, organisationId, {
      personId,
      roles: ["auditor"],
      state: "suspended",
      createdAt: new Date(0),
    }),
  );
  expect((await portal().request("/hospital/models", { cookie })).status).toBe(302);
});
