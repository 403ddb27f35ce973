import type { TableRefusal } from "~/components/model/refusal";
import { formErrorsOf } from "~/diagram/table/form-values";
import type { HereAnswer } from "~/diagram/table/use-table-clipboard";
import type { Taken } from "./take-post.server";

type Refusal = Extract<Taken["outcome"], { ok: false }>["refusal"];

/** What is told to a page that goes on where it is: keys for the clipboard change no address. */
export function hereAnswer(action: unknown, { copied, keys = [] }: Taken): HereAnswer {
  if (!copied) return { done: "paste", keys };
  return { done: action === "cut" ? "cut" : "text", copied: copied.text, count: copied.count };
}

export function isSavedAlready({ refusal }: { refusal: Refusal }): boolean {
  return refusal.code === "stale-version" && refusal.isAlreadySaved;
}

/** What the page shows of a refusal. */
export function toTableRefusal(refusal: Refusal, channelRows: ReadonlyArray<number>): TableRefusal {
  switch (refusal.code) {
    case "invalid-input":
      return { code: "invalid-input", fields: formErrorsOf(refusal.fields, channelRows) };
    case "stale-version": {
      const edits = refusal.edits.map(({ version, personName, at }) => ({ version, personName, at }));
      return { code: "stale-version", currentVersion: refusal.currentVersion, edits };
    }
    case "command-refused":
      return { code: refusal.refusal.code };
    case "model-is-submitted":
    case "nothing-chosen":
    case "nothing-to-do":
    case "no-target":
    case "paste":
    case "step":
      return refusal;
  }
}
