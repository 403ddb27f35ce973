import { randomUUID } from "node:crypto";
import { type PostParts, postDueLetters } from "~/mail/post-letters.server";
import { tellHospitals } from "~/use-cases/notices/tell-hospitals.server";
import { startRounds } from "./rounds.server";

/** Soon enough that somebody who waits for a letter finds it; a look that finds nothing costs one read. */
const EVERY_MS = 2_000;

type MailParts = PostParts & {
  onFailure: (error: unknown, job: string) => void;
  everyMs?: number;
};

/** Writes the letters about notices and looks into the outbox, now and every two seconds (`startRounds`). */
export function startMail({ onFailure, everyMs = EVERY_MS, ...parts }: MailParts): () => Promise<void> {
  const { database, clock } = parts;
  const round = async () => {
    await tellHospitals({ database, now: clock(), newId: randomUUID }).catch((error) =>
      onFailure(error, "notices"),
    );
    await postDueLetters(parts).catch((error) => onFailure(error, "mail"));
  };
  return startRounds({ round, everyMs });
}
