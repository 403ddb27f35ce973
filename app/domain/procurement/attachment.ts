import { z } from "zod";
import { FileNameSchema } from "../files/file-name";

/** A file that goes with a request: kept by its digest, called as the hospital called it this time. */
export type Attachment = { sha256: string; name: string };

/** So many files go with a request; each may be as large as any file of the portal. */
export const MOST_ATTACHMENTS = 10;

const DIGEST = /^[0-9a-f]{64}$/;

/** `<sha256>/<name>`, as the form posts a file that has been uploaded before. */
export const AttachmentField = z
  .string()
  .max(1100)
  .transform((posted, context): Attachment => {
    const [sha256 = "", ...rest] = posted.split("/");
    const name = FileNameSchema.safeParse(rest.join("/"));
    if (DIGEST.test(sha256) && name.success) return { sha256, name: name.data };
    context.issues.push({ code: "custom", message: "invalid", input: posted });
    return z.NEVER;
  });

export function toPostedAttachment({ sha256, name }: Attachment): string {
  return `${sha256}/${name}`;
}
