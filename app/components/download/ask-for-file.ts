import { z } from "zod";
import { REFUSALS, Refused, STAGES_TYPE } from "./download-stages";

const RefusalSchema = z.object({ code: z.enum(REFUSALS) });

/**
 * Asks for a file as a script does, so that the portal says in a word what a page would. Rejects with {@link Refused} where
 * something can be done about it, with an `Error` where the answer is no file.
 */
export async function askForFile(
  href: string,
  { accept = "*/*", signal }: { accept?: typeof STAGES_TYPE | "*/*"; signal?: AbortSignal } = {},
): Promise<Response> {
  const answer = await fetch(href, { headers: { Accept: accept, "X-Requested-With": "cordon" }, signal });
  if (answer.headers.get("Content-Type") === STAGES_TYPE) return answer;
  if (answer.ok && answer.headers.has("Content-Disposition")) return answer;
  const told = RefusalSchema.safeParse(await answer.json().catch(() => null));
  throw told.success ? new Refused(told.data.code) : new Error(String(answer.status));
}
