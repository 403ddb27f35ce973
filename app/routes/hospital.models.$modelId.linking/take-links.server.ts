import type { LinkingRefusal } from "~/components/linking/refusal-of-linking";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { presentLinks } from "~/presenters/present-links.server";
import type { Caller } from "~/use-cases/use-case.server";
import { linkAssets } from "~/use-cases/zone-models/link-assets.server";
import { stepOwnEdit } from "~/use-cases/zone-models/step-own-edit.server";

type Values = Readonly<Record<string, unknown>>;
/** What a post did, as the next address tells it. */
export type Taken = { linked?: number; unlinked?: number };

/** A form of the page: links what is ticked or all that is certain, unlinks, or takes the last step back. */
export async function takeLinks(
  caller: Caller,
  modelId: string,
  values: Values,
): Promise<Result<Taken, LinkingRefusal>> {
  const { type, version, intent } = values;
  if (type === "undo" || type === "redo") {
    const stepped = await stepOwnEdit(caller, { modelId, direction: type, version });
    return stepped.ok ? accept({}) : refuse({ code: "step", reason: stepped.refusal.code });
  }
  const links = await presentLinks(caller, modelId, intent, values);
  if (!links.ok) return links;
  const saved = await linkAssets(caller, { modelId, version, links: links.value });
  if (!saved.ok) return refuse({ code: codeOf(saved.refusal) });
  return accept(intent === "unlink" ? { unlinked: saved.value.count } : { linked: saved.value.count });
}

type Refused = Extract<Awaited<ReturnType<typeof linkAssets>>, { ok: false }>["refusal"];

function codeOf(refusal: Refused): Exclude<LinkingRefusal["code"], "step"> {
  if (refusal.code !== "invalid-input") return refusal.code;
  return refusal.fields.links?.includes("too-many-commands") ? "too-many" : "invalid-input";
}
