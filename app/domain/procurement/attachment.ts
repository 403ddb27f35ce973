import { z } from "zod";
import { FileNameSchema } from "../files/file-name";

/** A file that goes with something of a hospital: kept by its digest, called as the hospital called it this time. */
export type Attachment = { sha256: string; name: string };

/** So many files go with one form; each may be as large as any file of the portal. */
export const MOST_ATTACHMENTS = 10;

/** What a hospital attaches files to: a request to suppliers, the completion of a condition, a measure of its own. */
export const ATTACHMENT_PURPOSES = ["request", "condition", "measure"] as const;
export type AttachmentPurpose = (typeof ATTACHMENT_PURPOSES)[number];

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

/** Hidden fields of one name: none, one or several. The same bytes twice are one file, under the name that came last. */
export const AttachmentsField = z
  .preprocess(
    (raw) => (Array.isArray(raw) ? raw : raw === undefined || raw === "" ? [] : [raw]),
    z.array(AttachmentField).max(MOST_ATTACHMENTS, "too-many-files"),
  )
  .transform(
    (posted): ReadonlyArray<Attachment> => [...new Map(posted.map((file) => [file.sha256, file])).values()],
  );
