import type { CommandRefusal } from "~/domain/zone-model/commands";
import type { RecordedEdit } from "~/domain/zone-model/merge";
import type { ElementRef, ZoneModel } from "~/domain/zone-model/zone-model";
import { paths } from "~/paths";
import type { Commands, SavedAnswer } from "./edit-state";
import type { VisitAnswer } from "./open-visit";

export type Conflict = {
  currentVersion: number;
  /** What others saved since; empty where it is too much to list. */
  edits: ReadonlyArray<RecordedEdit>;
  /** What both sides changed. */
  elements: ReadonlyArray<ElementRef>;
};

export type RefusedReason =
  | CommandRefusal["code"]
  | "model-is-submitted"
  | "forbidden"
  | "not-found"
  | "invalid";

/** `unreachable` is tried again; everything else needs a person. */
export type PostOutcome =
  | ({ kind: "saved" } & SavedAnswer)
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "refused"; reason: RefusedReason }
  | { kind: "signed-out" }
  | { kind: "unreachable" };

export type PostEdits = (version: number, commands: Commands) => Promise<PostOutcome>;

export type News = { version: number; isComplete: boolean; edits: ReadonlyArray<RecordedEdit> };

const TIMEOUT_MS = 20_000;
// Says to the server that a script asks: it answers with a status instead of a page.
const HEADERS = { "Content-Type": "application/json", "X-Requested-With": "cordon" };

/** Saves commands; never throws. */
export function postEditsTo(modelId: string): PostEdits {
  return async (version, commands) => {
    try {
      const response = await fetch(paths.modelEdits(modelId), {
        method: "POST",
        headers: HEADERS,
        body: JSON.stringify({ version, commands }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return await outcomeOf(response);
    } catch {
      return { kind: "unreachable" };
    }
  };
}

async function outcomeOf(response: Response): Promise<PostOutcome> {
  // The answer of our own resource route, which is typed there.
  const body = (await response.json().catch(() => null)) as Answer | null;
  if (response.ok && typeof body?.version === "number")
    return {
      kind: "saved",
      version: body.version,
      missed: body.missed ?? [],
      savedCommands: body.savedCommands,
    };
  switch (response.status) {
    case 401:
      return { kind: "signed-out" };
    case 403:
      return { kind: "refused", reason: "forbidden" };
    case 404:
      return { kind: "refused", reason: "not-found" };
    case 409:
      if (!body?.refusal) return { kind: "unreachable" };
      return {
        kind: "conflict",
        conflict: {
          currentVersion: body.refusal.currentVersion ?? 0,
          edits: body.refusal.edits ?? [],
          elements: body.refusal.elements ?? [],
        },
      };
    case 413:
      return { kind: "refused", reason: "invalid" };
    case 422:
      return { kind: "refused", reason: reasonOf(body) };
  }
  return { kind: "unreachable" };
}

type Answer = Partial<SavedAnswer> & {
  refusal?: Partial<Conflict> & { code?: string; refusal?: CommandRefusal };
};

function reasonOf(body: Answer | null): RefusedReason {
  if (body?.refusal?.code === "model-is-submitted") return "model-is-submitted";
  return body?.refusal?.refusal?.code ?? "invalid";
}

/** The draft as it was at a version; undefined where it cannot be asked just now. */
export async function readState(modelId: string, version: number): Promise<ZoneModel | undefined> {
  return (await read<{ draft: ZoneModel }>(paths.modelEdits(modelId, { at: version })))?.draft;
}

/** Says that a page is there; undefined where the portal does not answer. */
export function renewVisit(
  modelId: string,
  visit: { visitId: string; element: ElementRef | null; since: number; areNamed: boolean },
): Promise<VisitAnswer | undefined> {
  return read<VisitAnswer>(paths.modelVisits(modelId), { method: "POST", body: JSON.stringify(visit) });
}

/** Says that it is being closed: a beacon outlives the page. */
export function leaveModel(modelId: string, visitId: string): void {
  const body = new Blob([JSON.stringify({ visitId, hasLeft: true })], { type: "application/json" });
  navigator.sendBeacon(paths.modelVisits(modelId), body);
}

async function read<Body>(path: string, request: RequestInit = {}): Promise<Body | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(path, { ...request, headers: HEADERS, signal });
    if (!response.ok) return undefined;
    // The answer of our own resource route, which is typed there.
    return (await response.json()) as Body;
  } catch {
    return undefined;
  }
}
