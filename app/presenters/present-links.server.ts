import { accept, type Result, refuse } from "~/domain/shared/result";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import {
  certainGroups,
  idsOf,
  type LinkingGround,
  linkingGround,
  markOf,
  markOfAssets,
} from "./linking-ground.server";

/** Assets that get one release, or lose theirs. */
export type Link = { assetIds: ReadonlyArray<string>; releaseId: string | null };
export type Links = Result<ReadonlyArray<Link>, { code: "nothing-chosen" | "changed" }>;

type Row = Readonly<Record<string, unknown>>;

/**
 * What a form of the linking page means, held against the draft as it is: `changed` where a group or what is certain is not
 * what the person saw, because what was never seen is never linked.
 */
export async function presentLinks(
  caller: Caller,
  modelId: string,
  intent: unknown,
  values: Row,
): Promise<Links> {
  requirePermission(caller.actor, "model.edit");
  const ground = await linkingGround(caller, modelId);
  if (intent === "link-certain") return linksOfCertain(ground, values.mark);
  const ticked = rowsOf(values.rows).filter(({ tick }) => tick === "on");
  if (ticked.length === 0) return refuse({ code: "nothing-chosen" });
  return intent === "unlink" ? linksAway(ground, ticked) : linksOfTicked(ground, ticked);
}

function linksOfCertain(ground: LinkingGround, mark: unknown): Links {
  const groups = certainGroups(ground);
  if (groups.length === 0 || markOf(groups) !== mark) return refuse({ code: "changed" });
  return accept(
    groups.map(({ assets, suggestions }) => ({
      assetIds: idsOf(assets),
      releaseId: suggestions[0]?.releaseId ?? null,
    })),
  );
}

function linksOfTicked({ groups }: LinkingGround, ticked: ReadonlyArray<Row>): Links {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const links: Array<Link> = [];
  for (const { key, mark, releaseId } of ticked) {
    const group = byKey.get(String(key));
    if (!group || markOfAssets(group.assets) !== mark) return refuse({ code: "changed" });
    if (typeof releaseId !== "string" || releaseId === "") return refuse({ code: "nothing-chosen" });
    links.push({ assetIds: idsOf(group.assets), releaseId });
  }
  return accept(links);
}

function linksAway({ linked }: LinkingGround, ticked: ReadonlyArray<Row>): Links {
  const byRelease = new Map(linked.map((group) => [group.releaseId, group]));
  const links: Array<Link> = [];
  for (const { key, mark } of ticked) {
    const group = byRelease.get(String(key));
    if (!group || markOfAssets(group.assets) !== mark) return refuse({ code: "changed" });
    links.push({ assetIds: idsOf(group.assets), releaseId: null });
  }
  return accept(links);
}

/** `rows.0.key` and so on, as `readForm` gives them. */
function rowsOf(rows: unknown): ReadonlyArray<Row> {
  if (typeof rows !== "object" || rows === null) return [];
  return Object.values(rows).flatMap((row: unknown) =>
    typeof row === "object" && row !== null && !Array.isArray(row)
      ? [Object.fromEntries(Object.entries(row))]
      : [],
  );
}
