import { type End, STAGES_TYPE, type Stage } from "~/components/download/download-stages";
import { AppError } from "~/domain/shared/app-error";

export type Written = { name: string; type: string; body: string | Uint8Array };

/** Whether who asks can read a file that tells how far it is. */
export function wantsStages(request: Request): boolean {
  return request.headers.get("Accept") === STAGES_TYPE;
}

/**
 * The answer to that: stages as they come, then the file. When nobody reads any more, `signal` of the work is aborted.
 * After the first byte a refusal cannot become a status: the last line says it. A failure breaks the answer off and is
 * logged like any other.
 */
export function stagedAnswer(
  request: Request,
  work: (tell: (stage: Stage) => void, signal: AbortSignal) => Promise<Written>,
): Response {
  const encoder = new TextEncoder();
  const stopped = new AbortController();
  const signal = AbortSignal.any([request.signal, stopped.signal]);
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const line = (value: Stage | End) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      };
      try {
        const { name, type, body: written } = await work(line, signal);
        const file = typeof written === "string" ? encoder.encode(written) : written;
        line({ file: { name, type, size: file.length } });
        if (!signal.aborted) controller.enqueue(file);
        controller.close();
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof AppError)) return controller.error(error);
        if (error.code !== "too-many-requests" && error.code !== "unavailable")
          return controller.error(error);
        line({ refused: error.code });
        controller.close();
      }
    },
    cancel: () => stopped.abort(),
  });
  return new Response(body, {
    headers: { "Content-Type": STAGES_TYPE, "Cache-Control": "no-store", Vary: "Accept" },
  });
}
