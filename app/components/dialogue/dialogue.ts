import type { Message } from "~/domain/assessment/assessment";
import type { ThreadState } from "~/domain/dialogue/dialogue";

export type ShownThread = {
  id: string;
  findingId: string | null;
  /** What the finding says today; null where there is no such finding any more, or it is about the request. */
  about: Message | null;
  state: ThreadState;
  isOwn: boolean;
  duty: "answer" | "read" | null;
  /** `author`: a person of one's own side, the name of the other. */
  messages: ReadonlyArray<{ number: number; isOwn: boolean; author: string; text: string; at: string }>;
  may: { write: boolean; settle: boolean; reopen: boolean };
};

export type ShownDialogue = {
  requestId: string;
  otherName: string;
  threads: ReadonlyArray<ShownThread>;
  mayAsk: boolean;
  isClosed: boolean;
};

type Code =
  | "request-closed"
  | "limit-reached"
  | "unknown-finding"
  | "already-settled"
  | "not-settled"
  | "not-the-asker";

/** What was refused: `about` is the thread, or null for a new question. */
export type DialogueOutcome =
  | {
      refusal:
        | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
        | { code: Code };
      about: string | null;
      text: string;
    }
  | undefined;

/** Where the forms of a dialogue are sent, and where they return to. */
export type DialogueTarget = { action: string; returnTo: string };
