import { useEffect, useRef, useState } from "react";
import type { CommentOutcome } from "~/components/review/comment-form";
import type { ShownThread } from "~/components/review/comment-threads";
import { useResource } from "~/components/use-resource";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { paths } from "~/paths";
import type { ZoneModelEditor } from "../editing/use-zone-model-editor";
import { keyOf } from "../element-ref";
import { postComment } from "./post-comment";

type ElementRecord = {
  element: ElementRef;
  changed: { personName: string; at: string; version: number } | null;
  threads: ReadonlyArray<ShownThread>;
  settled: ReadonlyArray<ShownThread>;
  mayComment: boolean;
  maySettle: boolean;
};

/** Whoever walks over the canvas with the arrow keys asks for nothing. */
const REST_MS = 200;

/** Who changed an element last and what people say of it: asked for when it is opened, and again when it was saved. */
export function useElementRecord(modelId: string, element: ElementRef, editor: ZoneModelEditor) {
  const { index, session, snapshot } = editor;
  const { kind, id } = element;
  const { load, data, state } = useResource<ElementRecord>();
  const [outcome, setOutcome] = useState<CommentOutcome>();
  const [isBusy, setIsBusy] = useState(false);
  /** Comments that were taken: each empties the forms. */
  const [sent, setSent] = useState(0);

  const facts = { zone: index.zoneById, conduit: index.conduitById, asset: index.assetById }[kind].get(id);
  const isSaved = snapshot.edit.queue.length === 0;
  const { waivers } = index.model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved anew, waived or said is asked for again
  useEffect(() => {
    if (!isSaved) return;
    const timer = setTimeout(() => load(paths.modelElement(modelId, { kind, id })), REST_MS);
    return () => clearTimeout(timer);
  }, [load, modelId, kind, id, isSaved, facts, waivers, sent]);

  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const post = async (form: URLSearchParams) => {
    setIsBusy(true);
    // The server knows an element once it is saved.
    await session.flush();
    const refusal = await postComment(modelId, form);
    if (!isThere.current) return;
    setIsBusy(false);
    setOutcome(refusal && { about: form.get("about") ?? "", refusal, text: form.get("text") ?? "" });
    if (!refusal) setSent((count) => count + 1);
  };

  const record = data && keyOf(data.element) === keyOf(element) ? data : undefined;
  return { record, hasFailed: state === "failed", outcome, sent, posting: { post, isBusy } };
}
