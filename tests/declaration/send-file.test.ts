import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type SendEnd, type SendStep, sendFile } from "~/components/declaration/upload/send-file";
import { KeptFileSchema, told, type UploadRequests } from "~/components/declaration/upload/upload-requests";
import { MAX_PART_BYTES } from "~/domain/files/limits";

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const digestOf = async (part: Blob) => sha256Of(new Uint8Array(await part.arrayBuffer()));

/** A portal that keeps what it is sent, over a line that can be cut. */
function aLine({
  failAt = new Map<number, "unreachable" | "unavailable" | "signed-out">(),
  keepOfCut = 0,
} = {}) {
  const calls: Array<string> = [];
  let received = new Uint8Array();
  let state: "receiving" | "kept" | "cancelled" = "receiving";
  let size = 0;
  let requests = 0;
  let opened = 0;
  const broken = () => {
    requests += 1;
    return failAt.get(requests);
  };
  const take = async (body: Blob, length = body.size) => {
    const more = new Uint8Array(await body.arrayBuffer()).subarray(0, length);
    received = Uint8Array.from([...received, ...more]);
  };
  const line: UploadRequests = {
    async open(_address, file) {
      calls.push("open");
      const problem = broken();
      if (problem) return { ok: false, problem };
      opened += 1;
      size = file.bytes;
      received = new Uint8Array();
      state = "receiving";
      return { ok: true, value: { uploadId: `u${opened}`, ticket: "t" } };
    },
    async progress() {
      calls.push("progress");
      const problem = broken();
      if (problem) return { ok: false, problem };
      return { ok: true, value: { state, bytes: size, offset: received.length, sha256: sha256Of(received) } };
    },
    async sendPart(_ticket, { offset, body }, { onSent }) {
      calls.push(`part ${offset}`);
      const problem = broken();
      if (problem) {
        await take(body, keepOfCut);
        return { ok: false, problem };
      }
      if (offset !== received.length)
        return { ok: false, refusal: { code: "wrong-offset", offset: received.length } };
      onSent(offset + body.size);
      await take(body);
      return { ok: true, value: { offset: received.length } };
    },
    async finish(_ticket, sha256) {
      calls.push("finish");
      const problem = broken();
      if (problem) return { ok: false, problem };
      if (sha256 !== sha256Of(received)) return { ok: false, refusal: { code: "arrived-differently" } };
      state = "kept";
      return {
        ok: true,
        value: { sha256, name: "a.json", bytes: received.length, mediaType: "application/json" },
      };
    },
    async cancel() {
      calls.push("cancel");
      state = "cancelled";
    },
  };
  return { line, calls, received: () => received };
}

type Ticket = { uploadId: string; ticket: string };
async function send(
  line: UploadRequests,
  file: File,
  ticket: Ticket | null = null,
  signal = new AbortController().signal,
) {
  const steps: Array<SendStep> = [];
  const end: SendEnd = await sendFile({
    ...{ address: "d", file, ticket, requests: line, signal, digestOf },
    onTicket: () => undefined,
    onStep: (step) => steps.push(step),
  });
  return { end, steps };
}

const fileOf = (length: number, fill = 7) => new File([new Uint8Array(length).fill(fill)], "a.json");

test("a file is sent in parts, and every step is told", async () => {
  const { line, calls } = aLine();
  const { end, steps } = await send(line, fileOf(MAX_PART_BYTES + 10));
  expect(end).toMatchObject({ end: "kept", file: { bytes: MAX_PART_BYTES + 10 } });
  expect(calls).toEqual(["open", "part 0", `part ${MAX_PART_BYTES}`, "finish"]);
  expect(steps.map((step) => ("sent" in step ? step.sent : step.phase))).toEqual([
    ...[0, MAX_PART_BYTES, MAX_PART_BYTES, MAX_PART_BYTES + 10],
    "checking",
  ]);
});

test("wherever the line is cut, the same ticket brings the same file to its end", async () => {
  for (let cutAt = 1; cutAt <= 3; cutAt += 1)
    for (const problem of ["unreachable", "unavailable", "signed-out"] as const) {
      const { line, received } = aLine({ failAt: new Map([[cutAt, problem]]), keepOfCut: 300 });
      const file = fileOf(1_000);
      const first = await send(line, file);
      expect(first.end).toMatchObject({ end: "cut", problem });
      const ticket = first.end.end === "cut" ? first.end.ticket : null;
      const second = await send(line, file, ticket);
      expect([cutAt, second.end.end, sha256Of(received())]).toEqual([cutAt, "kept", await digestOf(file)]);
    }
});

test("what was sent of another file is never put together with this one", async () => {
  const { line, calls, received } = aLine({ failAt: new Map([[2, "unreachable"]]), keepOfCut: 400 });
  const { end } = await send(line, fileOf(1_000, 1));
  const ticket = end.end === "cut" ? end.ticket : null;
  const other = fileOf(1_000, 2);
  const second = await send(line, other, ticket);
  expect(second.end.end).toBe("kept");
  expect(second.steps[0]).toEqual({ phase: "began-again" });
  expect(sha256Of(received())).toBe(await digestOf(other));
  expect(calls.slice(2, 5)).toEqual(["progress", "cancel", "open"]);
});

test("where the portal has got further than the sender knew, it goes on from there", async () => {
  const { line, calls } = aLine();
  await line.open("d", { name: "a.json", bytes: 1_000 });
  await line.sendPart(
    { uploadId: "u1", ticket: "t" },
    { offset: 0, body: fileOf(200) },
    {
      ...{ signal: new AbortController().signal, onSent: () => undefined },
    },
  );
  const forgetful = {
    ...line,
    progress: async () => ({ ok: true, value: { state: "receiving", bytes: 1_000, offset: 0, sha256: "" } }),
  } as UploadRequests;
  const { end } = await send(forgetful, fileOf(1_000), { uploadId: "u1", ticket: "t" });
  expect(end.end).toBe("kept");
  expect(calls).toEqual(["open", "part 0", "part 0", "part 200", "finish"]);
});

test("an upload that was stopped says nothing more, and one that was opened too late is given back", async () => {
  const { line, calls } = aLine();
  const abort = new AbortController();
  const slow: UploadRequests = {
    ...line,
    open: async (address, file) => {
      const opened = await line.open(address, file);
      abort.abort();
      return opened;
    },
  };
  const { end } = await send(slow, fileOf(10), null, abort.signal);
  expect(end).toEqual({ end: "stopped" });
  expect(calls).toEqual(["open", "cancel"]);
});

test("a file that can no longer be read on this computer is not the line's fault", async () => {
  const { line } = aLine();
  const gone = fileOf(10);
  gone.slice = () => {
    const part = new Blob(["x"]);
    part.slice = () => part;
    part.arrayBuffer = () => Promise.reject(new Error("NotReadableError"));
    return part;
  };
  expect((await send(line, gone)).end).toEqual({ end: "refused", refusal: { code: "fileChanged" } });
});

test.each([
  [401, {}, { problem: "signed-out" }],
  [403, {}, { refusal: { code: "not-allowed" } }],
  [404, {}, { refusal: { code: "not-allowed" } }],
  [429, {}, { problem: "unavailable" }],
  [503, "down", { problem: "unavailable" }],
  [413, "too large", { refusal: { code: "broken" } }],
  [200, { nonsense: true }, { refusal: { code: "broken" } }],
  [
    422,
    { refusal: { code: "content-refused", fault: "macros" } },
    { refusal: { code: "content-refused", fault: "macros" } },
  ],
  [422, { refusal: { code: "who knows" } }, { refusal: { code: "broken" } }],
])("the answer %s %j is understood", (status, body, expected) => {
  expect(told(status, body, KeptFileSchema)).toEqual({ ok: false, ...expected });
});
