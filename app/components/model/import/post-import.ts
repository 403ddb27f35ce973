import { canonicalJson } from "~/domain/shared/canonical-json";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { RecordedEdit } from "~/domain/zone-model/merge";
import { paths } from "~/paths";

export type ImportKind = "inventory" | "drawio" | "zone-model-json" | "undo";
export type SaveErrorCode =
  | "stale-version"
  | "model-is-submitted"
  | "waiver-lasts-too-long"
  | "command-refused"
  | "invalid-input"
  | "too-large"
  | "signed-out"
  | "forbidden"
  | "unreachable";
export type ImportOutcome = { ok: true; version: number } | { ok: false; code: SaveErrorCode };

type Commands = ReadonlyArray<ZoneModelCommand>;
type Sending = {
  /** How much of the import is on its way, from 0 to 1; 1: all of it is, and the portal works on it. */
  onSent?: (share: number) => void;
  /** Stops what is not sent yet: the outcome then is `unreachable`. */
  signal?: AbortSignal;
};

const TIMEOUT_MS = 120_000;
const REFUSALS = [
  "stale-version",
  "model-is-submitted",
  "waiver-lasts-too-long",
  "command-refused",
  "invalid-input",
] as const;
// Says that a script asks: the portal answers with a status instead of a page.
const HEADERS = { "Content-Type": "application/json", "X-Requested-With": "cordon" };

/** Saves an import as one edit; never rejects. */
export async function postImport(
  modelId: string,
  source: ImportKind,
  version: number,
  commands: Commands,
  sending: Sending = {},
): Promise<ImportOutcome> {
  try {
    const { status, text } = await send(
      paths.modelImports(modelId),
      JSON.stringify({ version, source, commands }),
      sending,
    );
    const body = bodyOf(text);
    if (status === 200 && typeof body?.version === "number") return { ok: true, version: body.version };
    return { ok: false, code: codeOf(status, body) };
  } catch {
    return { ok: false, code: "unreachable" };
  }
}

/**
 * The version that commands made which were sent on top of `version`, where their answer got lost. Undefined where they
 * were not saved, or nobody can tell just now.
 */
export async function savedVersionOf(
  modelId: string,
  version: number,
  commands: Commands,
): Promise<number | undefined> {
  const last = commands.at(-1);
  if (!last) return undefined;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(paths.modelEdits(modelId, { since: version }), { headers: HEADERS, signal });
    if (!answer.ok) return undefined;
    // The answer of our own resource route, which is typed there.
    const { edits } = (await answer.json()) as { edits: ReadonlyArray<RecordedEdit> };
    // The portal may spell out a deletion in front of a command, and never leaves one out.
    const wanted = canonicalJson(last);
    return edits.find(
      (edit) => edit.commands.length >= commands.length && canonicalJson(edit.commands.at(-1)) === wanted,
    )?.version;
  } catch {
    return undefined;
  }
}

/** `fetch` cannot tell how much it has sent. */
function send(
  path: string,
  body: string,
  { onSent, signal }: Sending,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries(HEADERS)) request.setRequestHeader(name, value);
    request.timeout = TIMEOUT_MS;
    request.upload.onprogress = ({ loaded, total }) =>
      onSent?.(total > 0 ? Math.min(0.99, loaded / total) : 0);
    request.upload.onload = () => onSent?.(1);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    const fail = () => reject(new Error("the request did not come through"));
    request.onerror = fail;
    request.ontimeout = fail;
    request.onabort = fail;
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

type Answer = { version?: number; refusal?: { code?: string } };

/** The answer of our own resource route, which is typed there; null where something else answered. */
function bodyOf(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer | null;
  } catch {
    return null;
  }
}

function codeOf(status: number, body: Answer | null): SaveErrorCode {
  if (status === 401) return "signed-out";
  if (status === 403 || status === 404) return "forbidden";
  if (status === 413) return "too-large";
  return REFUSALS.find((code) => code === body?.refusal?.code) ?? "unreachable";
}
