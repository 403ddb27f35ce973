import { keyOf } from "~/diagram/element-ref";
import { type FormValues, textOrNull } from "~/diagram/table/form-values";
import { chosenOf } from "~/diagram/table/from-chosen";
import { elementOf, fromForm } from "~/diagram/table/from-form";
import { fromPaste, fromPasteAt, fromTemplate } from "~/diagram/table/from-insert";
import { presentTableGround } from "~/presenters/present-table-ground.server";
import type { Caller } from "~/use-cases/use-case.server";
import { editInParts } from "~/use-cases/zone-models/edit-in-parts.server";
import { stepOwnEdit } from "~/use-cases/zone-models/step-own-edit.server";
import { waiveFinding } from "~/use-cases/zone-models/waive-finding.server";
import { type Copied, not, takeChosen } from "./take-chosen.server";

type Saved = Awaited<ReturnType<typeof editInParts>>;
type Refused = {
  ok: false;
  refusal:
    | { code: "nothing-chosen" | "nothing-to-do" | "no-target" }
    | { code: "paste"; reason: Extract<ReturnType<typeof fromPaste>, { ok: false }>["refusal"] }
    | { code: "step"; reason: string };
};

/** What became of a post: saved or refused, where the page goes on, or a text to show. */
export type Taken = {
  outcome: Saved | Refused | undefined;
  place: "element" | "findings" | "outline" | "steps" | "model";
  element?: string | undefined;
  channelRows?: ReadonlyArray<number>;
  copied?: Copied;
  /** What was pasted, as it is ticked. */
  keys?: ReadonlyArray<string>;
};

/** One form of the table: the same commands as on the diagram, through the same use case. */
export async function takePost(caller: Caller, modelId: string, values: FormValues): Promise<Taken> {
  const { type, version, findingId } = values;
  if (type === "add-waiver") {
    const { reason, expiresOn } = values;
    const outcome = await waiveFinding(caller, { modelId, version, findingId, reason, expiresOn });
    return { outcome, place: "findings" };
  }
  if (type === "undo" || type === "redo") {
    const outcome = await stepOwnEdit(caller, { modelId, direction: type, version });
    if (outcome.ok) return { outcome: undefined, place: "steps" };
    return {
      outcome: { ok: false, refusal: { code: "step", reason: outcome.refusal.code } },
      place: "steps",
    };
  }
  const isReading = type === "chosen" && values.do === "text";
  const ground = await presentTableGround(caller, modelId, isReading ? "model.read" : "model.edit");
  const save = (commands: ReadonlyArray<unknown>) => editInParts(caller, { modelId, version, commands });
  const orNothing = async (commands: ReadonlyArray<unknown>) =>
    commands.length === 0 ? not("nothing-to-do") : save(commands);
  if (type === "fix-all" || typeof findingId === "string") {
    const fixes =
      type === "fix-all" ? ground.fixesOf(String(values.ruleId)) : ground.fixOf(String(findingId));
    // It has closed already: what was wanted is so.
    return { outcome: fixes.length === 0 ? undefined : await save(fixes), place: "findings" };
  }
  const into = textOrNull(values.into);
  if (type === "add-template") {
    const fragment = ground.templateOf(String(values.template));
    const inserted = fragment && fromTemplate(ground.index, fragment, into, caller.newId);
    return { outcome: await orNothing(inserted?.commands ?? []), place: "outline" };
  }
  if (type === "paste") {
    const pasted =
      values.answer === "here"
        ? fromPasteAt(ground.index, values.text, chosenOf(ground.index, values.at), caller.newId)
        : fromPaste(ground.index, values.text, into, caller.newId);
    if (!pasted.ok)
      return { outcome: { ok: false, refusal: { code: "paste", reason: pasted.refusal } }, place: "outline" };
    const { commands, refs } = pasted.value;
    return { outcome: await orNothing(commands), place: "outline", keys: refs.map(keyOf) };
  }
  if (type === "chosen")
    return { ...(await takeChosen(caller, ground, { modelId, version, values })), place: "outline" };
  const { commands, channelRows } = fromForm(values, ground, caller.newId);
  const outcome = await save(commands);
  const element = elementOf(commands[0]);
  const place = type === "delete-waiver" ? "findings" : element === undefined ? "outline" : "element";
  return { outcome, place, element, channelRows };
}
