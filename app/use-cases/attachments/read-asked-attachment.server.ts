import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import type { FileStore } from "~/files/file-store.server";
import { listReceivedFiles } from "~db/repositories/attachments";
import { findOpenInvitation } from "~db/repositories/invitations";
import { hashToken } from "../accounts/token.server";
import { findCarriedRequest } from "../requests/take-on-request.server";
import { openUseCase, type Visitor } from "../use-case.server";
import { handOutAttachment, pickFile } from "./hand-out-attachment.server";

const recordReading = openUseCase({
  action: "asked-attachment.read",
  input: z.strictObject({ token: z.string().max(200), sha256: z.string().max(64) }),
  async run({ db, input, now }) {
    const invitation = await findOpenInvitation(db, hashToken(input.token), now);
    if (!invitation) throw new AppError("not-found", "there is no such file");
    const { request, isOver } = await findCarriedRequest(db, invitation);
    if (!request || isOver) throw new AppError("not-found", "there is no such file");
    const { hospitalId, requestId } = request;
    const sent = await listReceivedFiles(db, invitation.organisationId, requestId);
    const file = pickFile(sent, input.sha256);
    const details = { invitationId: invitation.id, sha256: file.sha256 };
    return accept({ id: requestId, personId: null, organisationId: hospitalId, details, file });
  },
});

/**
 * A file that came with a request, for whoever holds its link: as long as the link works and the request is open. The
 * hospital's log names the invitation, since there is no person.
 */
export async function readAskedAttachment(visitor: Visitor, files: FileStore, raw: unknown) {
  const recorded = await recordReading(visitor, raw);
  if (!recorded.ok) throw new AppError("not-found", "there is no such file");
  return handOutAttachment(files, recorded.value.file);
}
