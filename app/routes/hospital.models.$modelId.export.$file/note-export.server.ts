import { requireNoted } from "~/http/step-up.server";
import type { Caller } from "~/use-cases/use-case.server";
import { exportModel } from "~/use-cases/zone-models/export-model.server";

type Asked = { modelId: string; file: string; revision: number | null };

/** Notes who takes which file of which state. What cannot be asked for is not found: a file of that name, a revision. */
export async function noteExport(caller: Caller, asked: Asked): Promise<void> {
  requireNoted(await exportModel(caller, asked), "there is no such file");
}
