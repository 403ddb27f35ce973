import type { Caller } from "~/use-cases/use-case.server";
import { editZoneModel, MAX_COMMANDS } from "./edit-zone-model.server";

type Edit = { modelId: string; version: unknown; commands: ReadonlyArray<unknown> };

/**
 * One gesture that may be larger than a save takes: in order, part after part, each a save of its own in the history. Ends
 * at the first part that is refused; what was saved before it stays. At least one command.
 */
export async function editInParts(
  caller: Caller,
  { modelId, version, commands }: Edit,
): Promise<Awaited<ReturnType<typeof editZoneModel>>> {
  const save = (start: number, madeOn: unknown) =>
    editZoneModel(caller, {
      modelId,
      version: madeOn,
      commands: commands.slice(start, start + MAX_COMMANDS),
    });
  let outcome = await save(0, version);
  for (let start = MAX_COMMANDS; outcome.ok && start < commands.length; start += MAX_COMMANDS)
    outcome = await save(start, outcome.value.version);
  return outcome;
}
