import { RISK_PARTS, type RiskPart } from "~/domain/risk/assessment-parts";
import { elementKey } from "~/domain/zone-model/zone-model";
import { fieldsOfForm, type RiskFields } from "./risk-form";

/** Forms of the guided assessment: its steps, what sets the target, what accepts it. */
export type KeptForm = RiskPart | "apply" | "accept";

/** What somebody filled in and the portal has not got yet. `token`: the state on which they did. */
export type KeptFields = { token: string; fields: RiskFields };

/**
 * Keeps what is filled in to one form in the browser until it is saved: it outlives a closed tab and a lost
 * connection. Nothing throws where the browser keeps nothing.
 */
export type FieldStore = {
  /** What an earlier visit left behind; nothing where it was submitted and another state, `now`, has come of that. */
  left(now: string): KeptFields | undefined;
  /** False where the browser does not keep it. */
  write(token: string, body: string): boolean;
  /** The form is on its way as a whole. */
  submitted(): void;
  /** `body` has been saved and `token` holds now. What was filled in since stays, on top of that. */
  saved(body: string, token: string): void;
  forget(): void;
};

type Place = { owner: string; modelId: string; element: { kind: "zone" | "conduit"; id: string } };
type Kept = { token: string; body: string; isSubmitted: boolean };

/** `owner` keeps people at one computer apart. */
export function fieldStoreFor(place: Place, form: KeptForm): FieldStore {
  const key = keyOf(place, form);
  return {
    left(now) {
      const kept = read(key);
      if (!kept) return undefined;
      if (!kept.isSubmitted || kept.token === now)
        return { token: kept.token, fields: fieldsOfForm(new URLSearchParams(kept.body)) };
      remove(key);
      return undefined;
    },
    write: (token, body) => write(key, { token, body, isSubmitted: false }),
    submitted() {
      const kept = read(key);
      if (kept) write(key, { ...kept, isSubmitted: true });
    },
    saved(body, token) {
      const kept = read(key);
      if (kept?.body === body) remove(key);
      else if (kept) write(key, { ...kept, token });
    },
    forget: () => remove(key),
  };
}

/** The steps of an element in which something waits. */
export function keptParts(place: Place): ReadonlyArray<RiskPart> {
  return RISK_PARTS.filter((part) => read(keyOf(place, part)) !== undefined);
}

function keyOf({ owner, modelId, element }: Place, form: KeptForm): string {
  return `cordon:risk:${owner}:${modelId}:${elementKey(element)}:${form}`;
}

/** Anything that is not what this file wrote is left alone. */
function read(key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null) return undefined;
    const { token, body, isSubmitted }: Partial<Record<keyof Kept, unknown>> = kept;
    if (typeof token !== "string" || typeof body !== "string") return undefined;
    return { token, body, isSubmitted: isSubmitted === true };
  } catch {
    return undefined;
  }
}

function write(key: string, kept: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept where nothing can be removed.
  }
}
