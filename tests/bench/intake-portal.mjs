// A supplier at the portal as it runs in production, as far as the bench of imports needs one: signed in, with a draft,
// able to send a file, have it read, and ask for another page meanwhile.

/** @typedef {{ origin: string, cookie: string }} Session */

const PASSWORD = "cordon-demo-2026";
const EMAIL = "declarations@fiktiva-medtech.example";

/** @returns {Promise<Session>} */
export async function signInAsSupplier(/** @type {string} */ origin) {
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    headers: { Origin: origin },
    body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
    redirect: "manual",
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  if (answer.status >= 400 || cookie === "") throw new Error(`signing in answered ${answer.status}`);
  return { origin, cookie };
}

/** @param {Session} session @param {string} path @param {RequestInit} [options] */
export function ask({ origin, cookie }, path, options = {}) {
  const headers = { Cookie: cookie, Origin: origin, ...options.headers };
  return fetch(`${origin}${path}`, { redirect: "manual", ...options, headers });
}

/** @returns {Promise<string>} the id of a new draft */
export async function aDraft(/** @type {Session} */ session, /** @type {string} */ name) {
  const post = (/** @type {string} */ path, /** @type {Record<string, string>} */ fields) =>
    ask(session, path, { method: "POST", body: new URLSearchParams(fields) });
  const product = await post("/supplier/products/new", {
    name,
    componentTypes: "software-application",
    version: "1.0",
    description: "",
  });
  const path = product.headers.get("Location") ?? "";
  const page = await (await ask(session, path)).text();
  const releaseId = /name="releaseId" value="([^"]+)"/.exec(page)?.[1];
  if (!releaseId) throw new Error(`no release on ${path}, status ${product.status}`);
  const intent = /name="intent" value="(declare)"/.exec(page)?.[1] ?? "declare";
  const declared = await post(path, { intent, releaseId });
  const id = (declared.headers.get("Location") ?? "").split("/").at(-1);
  if (!id || declared.status >= 400) throw new Error(`declaring answered ${declared.status}`);
  return id;
}

const PART = 4 * 1024 * 1024;

/** @param {Session} session @param {string} declarationId @param {string} name @param {Uint8Array} bytes */
export async function send(session, declarationId, name, bytes) {
  const json = { "Content-Type": "application/json", "X-Requested-With": "cordon" };
  const opened = await ask(session, `/supplier/declarations/${declarationId}/uploads`, {
    ...{ method: "POST", headers: json, body: JSON.stringify({ name, bytes: bytes.length }) },
  });
  const { id, ticket } = await opened.json();
  for (let offset = 0; offset < bytes.length; offset += PART)
    await ask(session, `/uploads/${id}`, {
      method: "PUT",
      headers: {
        "Content-Type": "application/octet-stream",
        "X-Requested-With": "cordon",
        "Upload-Ticket": ticket,
        "Upload-Offset": String(offset),
      },
      body: bytes.subarray(offset, offset + PART),
    });
  const finished = await ask(session, `/uploads/${id}`, {
    ...{ method: "POST", headers: { ...json, "Upload-Ticket": ticket } },
    body: JSON.stringify({ intent: "finish", sha256: null }),
  });
  const kept = await finished.json();
  if (!kept.sha256) throw new Error(`the file was not kept: ${JSON.stringify(kept)}`);
  return kept.sha256;
}
