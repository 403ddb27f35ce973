import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { TableRefusal } from "~/components/model/refusal";
import { useTicked } from "~/components/model/ticked";
import { FRAGMENT_MARK, type FragmentRefusal, LONGEST_FRAGMENT } from "~/domain/zone-model/fragment";
import { paths } from "~/paths";
import { putTokenOn, textOf, writeClipboard } from "../clipboard";
import { isTextField } from "../use-undo-keys";
import { focusedKey } from "./focused-element";

/** What the portal answers to keys for the clipboard. */
export type HereAnswer =
  | { done: "text" | "cut"; copied: string; count: number }
  | { done: "paste"; keys: ReadonlyArray<string> }
  /** With the part where some of it had been cut before the refusal. */
  | { refusal: TableRefusal; copied?: string };

export type ClipboardNote =
  | { kind: "copied"; by: "text" | "cut"; count: number; text: string; keptBy: "system" | "page" }
  | { kind: "pasted"; count: number }
  | { kind: "refused"; refusal: TableRefusal; text?: string }
  /** The portal does not answer, or the person is signed out. */
  | { kind: "unreachable" };

type TableClipboardOptions = { modelId: string; version: number; mayEdit: boolean };

/**
 * Ctrl/Cmd+C, X and V on the page of the table: what is ticked is copied or cut, else the element in whose line the
 * keyboard is, and pasted into the zone in whose line it is. The model is on the server, so the part comes from there.
 */
export function useTableClipboard({ modelId, version, mayEdit }: TableClipboardOptions) {
  const { keys, clear, set } = useTicked();
  const { revalidate } = useRevalidator();
  const [note, setNote] = useState<ClipboardNote | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const send = async (values: ReadonlyArray<readonly [string, string]>) => {
    setNote(null);
    setIsBusy(true);
    const answer = await ask(modelId, [["version", String(version)], ...values]);
    setIsBusy(false);
    if (answer === undefined) {
      setNote({ kind: "unreachable" });
      return revalidate();
    }
    if ("refusal" in answer) {
      setNote({ kind: "refused", refusal: answer.refusal, text: answer.copied });
      revalidate();
      if (answer.copied !== undefined) await writeClipboard(answer.copied);
      return;
    }
    if (answer.done === "paste") {
      clear();
      set(answer.keys, true);
      setNote({ kind: "pasted", count: answer.keys.length });
      return revalidate();
    }
    const { done: by, copied: text, count } = answer;
    if (by === "cut") {
      clear();
      revalidate();
    }
    const isSystem = await writeClipboard(text);
    setNote({ kind: "copied", by, count, text, keptBy: isSystem ? "system" : "page" });
  };
  const onEvent = (event: ClipboardEvent) => {
    const isText = isTextField(event.target) || (event.type !== "paste" && hasMarkedText());
    if (isText || event.defaultPrevented || isBusy || (event.type !== "copy" && !mayEdit)) return;
    const at = focusedKey();
    if (event.type === "paste") {
      const text = textOf(event);
      if (text === null) return;
      event.preventDefault();
      const reason = refusalOf(text);
      if (reason !== null) return setNote({ kind: "refused", refusal: { code: "paste", reason } });
      const [sole] = keys.size === 1 ? keys : [];
      const place = at ?? sole;
      void send([["type", "paste"], ["text", text], ...(place ? [["at", place] as const] : [])]);
      return;
    }
    const meant = keys.size > 0 ? [...keys] : at === null ? [] : [at];
    if (meant.length === 0) return;
    putTokenOn(event);
    const action = event.type === "cut" ? "cut" : "text";
    void send([["type", "chosen"], ["do", action], ...meant.map((key) => ["chosen", key] as const)]);
  };
  const latest = useRef(onEvent);
  latest.current = onEvent;
  useEffect(() => {
    const listen = (event: ClipboardEvent) => latest.current(event);
    const events = ["copy", "cut", "paste"] as const;
    for (const name of events) document.addEventListener(name, listen);
    return () => {
      for (const name of events) document.removeEventListener(name, listen);
    };
  }, []);

  return { note, isBusy };
}

const TIMEOUT_MS = 20_000;

/** What is none of ours stays in the browser: a clipboard may hold anything. */
function refusalOf(text: string): FragmentRefusal | null {
  if (!text.includes(FRAGMENT_MARK)) return "not-a-fragment";
  return text.length > LONGEST_FRAGMENT ? "too-big" : null;
}

/** By hand and not by the router, which would leave the page where the line is cut. */
async function ask(
  modelId: string,
  values: ReadonlyArray<readonly [string, string]>,
): Promise<HereAnswer | undefined> {
  try {
    const response = await fetch(paths.modelClipboard(modelId), {
      method: "POST",
      headers: { "X-Requested-With": "cordon" },
      body: new URLSearchParams(values.map(([name, value]) => [name, value])),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 413) return { refusal: { code: "paste", reason: "too-big" } };
    // The answer of our own resource route, which is typed there.
    return response.ok || response.status === 422 ? ((await response.json()) as HereAnswer) : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever marked a text means that text. */
function hasMarkedText(): boolean {
  return getSelection()?.isCollapsed === false;
}
