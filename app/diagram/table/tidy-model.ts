import { indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { paths } from "~/paths";
import { fromElk } from "../tidy/from-elk";
import { toElk } from "../tidy/to-elk";

/** As many commands as one post may bring. */
const MOST_COMMANDS = 500;
const SCRIPT = { "X-Requested-With": "cordon" };

/**
 * Reads the saved draft, lets elk put its zones (or those inside one) in order and saves where they then stand; gives back how many moved.
 * Throws where the portal does not answer or somebody has changed what was moved, and after `signal`.
 */
export async function tidyModel(
  { modelId, version, zoneId }: { modelId: string; version: number; zoneId: string | null },
  signal: AbortSignal,
): Promise<number> {
  const read = await fetch(paths.modelEdits(modelId, { at: version }), { headers: SCRIPT, signal });
  if (!read.ok) throw new Error(`the draft was answered with ${read.status}`);
  // The answer of our own resource route, which is typed there.
  const { draft } = (await read.json()) as { draft: ZoneModel };
  const index = indexModel(draft);
  const { runElk } = await import("../tidy/run-elk.client");
  // How far it is nobody asks here: the state says that it is at work.
  const laidOut = await runElk(toElk(index, zoneId), signal, () => {});
  const commands = fromElk(index, zoneId, laidOut);
  let madeOn = version;
  for (let start = 0; start < commands.length; start += MOST_COMMANDS) {
    const saved = await fetch(paths.modelEdits(modelId), {
      method: "POST",
      headers: { ...SCRIPT, "Content-Type": "application/json" },
      body: JSON.stringify({ version: madeOn, commands: commands.slice(start, start + MOST_COMMANDS) }),
      signal,
    });
    if (!saved.ok) throw new Error(`the places were answered with ${saved.status}`);
    madeOn = ((await saved.json()) as { version: number }).version;
  }
  return commands.length;
}
