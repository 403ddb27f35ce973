import { AppError } from "~/domain/shared/app-error";
import type { Caller } from "~/use-cases/use-case.server";
import { exportModel } from "~/use-cases/zone-models/export-model.server";

type Asked = { modelId: string; file: string; revision: number | null };

/** Notes who takes which file of which state. What cannot be asked for is not found: a file of that name, a revision. */
export async function noteExport(caller: Caller, asked: Asked): Promise<void> {
  const noted = await exportModel(caller, asked);
  if (!noted.ok) throw new AppError("not-found", "there is no such file");
}
