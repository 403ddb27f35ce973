import { decode } from "turbo-stream";
import { afterEach, expect, test } from "vitest";
import { keepForms, type NotSent, takeNotSent, Unreachable } from "~/components/not-sent/keep-forms";

const FORM = new URL("https://portal.example/hospital/requests/new.data?model=m1");
const POST = { method: "POST", body: "subject=Pumps" };

/** What the page of the form was made of. */
const SHOWN = { root: { viewer: "Iva" }, "routes/hospital.requests.new": { subjects: ["Pumps"] } };

/** Who is told, and everything that was said. */
function aKeeper({ isKept = true } = {}) {
  const told: Array<"sent" | (NotSent & { pathname: string })> = [];
  const stop = takeNotSent({
    onSend: () => void told.push("sent"),
    keep(notSent, pathname) {
      told.push({ ...notSent, pathname });
      return isKept;
    },
    shown: (pathname) => (pathname === "/hospital/requests/new" ? SHOWN : null),
  });
  stops.push(stop);
  return { told, stop };
}

const stops: Array<() => void> = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const CUT = new TypeError("Failed to fetch");
const cutOff: typeof fetch = () => Promise.reject(CUT);
const answering =
  (status: number, headers: Record<string, string> = {}): typeof fetch =>
  () =>
    Promise.resolve(new Response(`answered ${status}`, { status, headers }));

test.each([
  { status: 401, cause: "signed-out" },
  { status: 413, cause: "too-large" },
  { status: 500, cause: "mistake" },
  { status: 502, cause: "unavailable" },
  { status: 503, cause: "unavailable" },
  { status: 504, cause: "unavailable" },
  { status: 507, cause: "mistake" },
])("a form that is answered $status is kept: $cause", async ({ status, cause }) => {
  const { told } = aKeeper();
  const answer = await keepForms(answering(status))(FORM, POST);
  expect(told).toEqual(["sent", { cause, pathname: "/hospital/requests/new" }]);
  expect(answer.status).toBe(status);
  expect(await answeredData(answer)).toEqual({ data: null });
});

test("a form that nothing answers is kept, without reading a page anew", async () => {
  const { told } = aKeeper();
  const answer = await keepForms(cutOff)(FORM, POST);
  expect(told).toEqual(["sent", { cause: "unreachable", pathname: "/hospital/requests/new" }]);
  expect(answer.status).toBe(503);
  expect(await answeredData(answer)).toEqual({ data: null });
});

test("a mistake is told with the number that finds it", async () => {
  const { told } = aKeeper();
  await keepForms(answering(500, { "X-Request-Id": "r-17" }))(FORM, POST);
  expect(told[1]).toEqual({ cause: "mistake", requestId: "r-17", pathname: "/hospital/requests/new" });
});

test.each([200, 202, 204, 400, 403, 404, 409, 422, 429])(
  "what a form is answered with %i goes to its page",
  async (status) => {
    const { told } = aKeeper();
    const own = new Response(status === 204 ? null : "own", { status });
    expect(await keepForms(() => Promise.resolve(own))(FORM, POST)).toBe(own);
    expect(told).toEqual(["sent"]);
  },
);

test("a page is never kept, and says that nothing was reached", async () => {
  const { told } = aKeeper();
  expect((await keepForms(answering(503))(FORM, { method: "GET" })).status).toBe(503);
  await expect(keepForms(cutOff)(FORM)).rejects.toThrow(Unreachable);
  expect(told).toEqual([]);
});

test("the page of a form that is kept stays as it is, once, where the framework reads it anew", async () => {
  aKeeper();
  const browser = keepForms(cutOff);
  await browser(FORM, POST);
  const anew = await browser(FORM);
  expect(anew.status).toBe(200);
  expect(await answeredData(anew)).toEqual({
    root: { data: SHOWN.root },
    "routes/hospital.requests.new": { data: SHOWN["routes/hospital.requests.new"] },
  });
  await expect(browser(FORM)).rejects.toThrow(Unreachable);
});

test("another page is asked for, also right after a form was kept", async () => {
  aKeeper();
  const browser = keepForms(cutOff);
  await browser(FORM, POST);
  await expect(browser(new URL("https://portal.example/hospital/requests.data"))).rejects.toThrow(
    Unreachable,
  );
  await expect(browser(FORM)).rejects.toThrow(Unreachable);
});

test("whatever is not the framework's goes through as it is", async () => {
  const { told } = aKeeper();
  const others = ["/hospital/models/m1/edits", new URL("https://portal.example/hospital/models/m1/edits")];
  for (const other of others) {
    await expect(keepForms(cutOff)(other, POST)).rejects.toBe(CUT);
    expect((await keepForms(answering(401))(other, POST)).status).toBe(401);
  }
  expect(told).toEqual([]);
});

test("who has gone elsewhere meanwhile is told nothing", async () => {
  const { told } = aKeeper();
  const gone = new AbortController();
  const aborted: typeof fetch = () => {
    gone.abort();
    return Promise.reject(gone.signal.reason);
  };
  await expect(keepForms(aborted)(FORM, { ...POST, signal: gone.signal })).rejects.toBe(gone.signal.reason);
  expect(told).toEqual(["sent"]);
});

test("where the page cannot be kept or nobody listens, the framework's own page comes", async () => {
  aKeeper({ isKept: false });
  await expect(keepForms(cutOff)(FORM, POST)).rejects.toThrow(Unreachable);
  const { stop } = aKeeper();
  stop();
  expect((await keepForms(answering(401))(FORM, POST)).status).toBe(401);
});

test("the first page is named without the framework's word for it", async () => {
  const { told } = aKeeper();
  await keepForms(cutOff)(new URL("https://portal.example/_root.data?index"), POST);
  expect(told[1]).toEqual({ cause: "unreachable", pathname: "/" });
});

async function answeredData(answer: Response): Promise<unknown> {
  if (!answer.body) throw new Error("an answer without a body");
  return (await decode(answer.body)).value;
}
