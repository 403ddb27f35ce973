import { idsOf, joined, type Selection } from "~/diagram/selection";
import { ALL_FOUND, type FormValues, textOrNull } from "~/diagram/table/form-values";
import { chosenOf, fromChosen } from "~/diagram/table/from-chosen";
import { fromCopy, textOfChosen } from "~/diagram/table/from-insert";
import { findElements } from "~/domain/zone-model/find-elements";
import { commandsOfCut } from "~/domain/zone-model/fragment";
import { presentTableGround } from "~/presenters/present-table-ground.server";
import type { Caller } from "~/use-cases/use-case.server";
import { editInParts } from "~/use-cases/zone-models/edit-in-parts.server";
import { MAX_COMMANDS } from "~/use-cases/zone-models/edit-zone-model.server";

type Saved = Awaited<ReturnType<typeof editInParts>>;
type Not = { ok: false; refusal: { code: "nothing-chosen" | "nothing-to-do" | "no-target" } };
type Ground = Awaited<ReturnType<typeof presentTableGround>>;
/** The text of a part, and of how many elements it was asked for. */
export type Copied = { text: string; count: number };
type Post = { modelId: string; version: unknown; values: FormValues };

export function not(code: Not["refusal"]["code"]): Not {
  return { ok: false, refusal: { code } };
}

/** What is done at once with everything ticked: in this model, for another, or as a text to be shown. */
export async function takeChosen(
  caller: Caller,
  ground: Ground,
  post: Post,
): Promise<{ outcome: Saved | Not | undefined; copied?: Copied }> {
  const { modelId, version, values } = post;
  const { index } = ground;
  const chosen = chosenIn(index, values);
  if (chosen.size === 0) return { outcome: not("nothing-chosen") };
  if (values.do === "text" || values.do === "cut") {
    const text = textOfChosen(index, chosen);
    if (text === null) return { outcome: not("nothing-chosen") };
    const copied = { text, count: chosen.size };
    if (values.do === "text") return { outcome: undefined, copied };
    const commands = commandsOfCut(index, chosen.values());
    const first = await editInParts(caller, { modelId, version, commands: commands.slice(0, MAX_COMMANDS) });
    if (!first.ok) return { outcome: first };
    const rest = { modelId, version: first.value.version, commands: commands.slice(MAX_COMMANDS) };
    // Refused or not: the text has what is already cut.
    return { outcome: rest.commands.length === 0 ? first : await editInParts(caller, rest), copied };
  }
  if (values.do === "copy-to" || values.do === "move-to")
    return { outcome: await copyToAnother(caller, index, chosen, post) };
  const commands = fromChosen(values.do, values, chosen, ground, caller.newId);
  if (commands.length === 0) return { outcome: not("nothing-to-do") };
  return { outcome: await editInParts(caller, { modelId, version, commands }) };
}

type Index = Parameters<typeof chosenOf>[0];

function chosenIn(index: Index, values: FormValues): Selection {
  const ticked = chosenOf(index, values.chosen);
  if (values[ALL_FOUND] !== "on") return ticked;
  const { assets } = findElements(index, { text: textOrNull(values.q), zoneId: textOrNull(values.zone) });
  return joined(
    ticked,
    assets.map(({ id }) => ({ kind: "asset" as const, id })),
  );
}

/** To another model first, then out of this one: nothing is lost where the second is refused. */
async function copyToAnother(
  caller: Caller,
  index: Index,
  chosen: Selection,
  post: Post,
): Promise<Saved | Not> {
  const { modelId, version, values } = post;
  const target = textOrNull(values.target);
  if (target === null || target === modelId) return not("no-target");
  const other = await presentTableGround(caller, target);
  const part = fromCopy(index, chosen, other.index, caller.newId);
  if (!part || (idsOf(chosen, "zone").length === 0 && idsOf(chosen, "asset").length === 0))
    return not("nothing-chosen");
  const there = await editInParts(caller, {
    modelId: target,
    version: other.version,
    commands: part.commands,
  });
  if (!there.ok || values.do === "copy-to") return there;
  return editInParts(caller, { modelId, version, commands: commandsOfCut(index, chosen.values()) });
}
