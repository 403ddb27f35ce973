import { z } from "zod";

/** What a file is doing that takes time: waiting for others, being prepared, being written. */
export const StageSchema = z.union([
  z.strictObject({ before: z.int().min(0) }),
  z.strictObject({ done: z.int().min(0), of: z.int().min(0) }),
]);
export type Stage = z.output<typeof StageSchema>;

/** The last line before the bytes, or instead of them. */
const EndSchema = z.union([
  z.strictObject({ file: z.strictObject({ name: z.string(), type: z.string(), size: z.int().min(0) }) }),
  z.strictObject({ refused: z.enum(["too-many-requests", "unavailable"]) }),
]);
export type End = z.output<typeof EndSchema>;

const LineSchema = z.union([StageSchema, EndSchema]);

/**
 * Media type of a file that tells how far it is: lines of JSON, each a {@link Stage}, then an {@link End}, then its bytes.
 * It needs no job on the server that another process would not know, and ends with the connection.
 */
export const STAGES_TYPE = "application/vnd.cordon.stages";

/** Why there is no file although it was asked for rightly: it can be had later, or with the password. */
export const REFUSALS = ["too-many-requests", "unavailable", "step-up"] as const;

export class Refused extends Error {
  readonly code: (typeof REFUSALS)[number];

  constructor(code: Refused["code"]) {
    super(code);
    this.code = code;
  }
}

/** Reads such an answer to its end. Rejects with {@link Refused}, and where it broke off or was given up. */
export async function readStages(
  body: ReadableStream<Uint8Array>,
  tell: (stage: Stage) => void,
): Promise<{ name: string; blob: Blob }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = new Uint8Array();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the answer ended before its file");
    rest = joined(rest, value);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      const line = LineSchema.parse(JSON.parse(decoder.decode(rest.subarray(0, end))));
      rest = rest.slice(end + 1);
      if ("refused" in line) throw new Refused(line.refused);
      if ("file" in line) {
        const { name, type, size } = line.file;
        const blob = await remaining(reader, rest, type);
        if (blob.size !== size) throw new Error("the file is not whole");
        return { name, blob };
      }
      tell(line);
    }
  }
}
const NEWLINE = 10;

async function remaining(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  first: Uint8Array<ArrayBuffer>,
  type: string,
): Promise<Blob> {
  const parts: Array<BlobPart> = [first];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return new Blob(parts, { type });
    parts.push(new Uint8Array(value));
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
