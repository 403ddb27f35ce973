import type { CommentRefusal } from "~/components/review/comment-form";
import { paths } from "~/paths";

const TIMEOUT_MS = 20_000;

/**
 * Sends a form about comments without leaving the drawing; undefined where it was taken. By hand for the same reason
 * as `use-resource.ts`. Never throws.
 */
export async function postComment(
  modelId: string,
  form: URLSearchParams,
): Promise<CommentRefusal | undefined> {
  try {
    const response = await fetch(paths.modelElement(modelId), {
      method: "POST",
      // Says to the server that a script asks: it answers with a status instead of a page.
      headers: { "X-Requested-With": "cordon" },
      body: form,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return undefined;
    if (response.status === 401) return { code: "signed-out" };
    if (response.status === 403) return { code: "forbidden" };
    if (response.status === 404) return { code: "unknown-thread" };
    if (response.status !== 422) return { code: "unreachable" };
    // The answer of our own resource route, which is typed there.
    return ((await response.json()) as { refusal: CommentRefusal }).refusal;
  } catch {
    return { code: "unreachable" };
  }
}
