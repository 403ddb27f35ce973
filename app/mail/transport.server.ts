import nodemailer from "nodemailer";
import type { Attempt } from "~/domain/mail/delivery";
import { headerLine } from "~/domain/mail/letter";
import type { Composed } from "./compose.server";

export type Message = Composed & {
  /** The same for every try of one letter, so that a mailbox can tell a second copy from a second letter. */
  messageId: string;
  recipient: string;
};

/** Hands one message to a mail server. Never throws: what went wrong is an answer. */
export type Deliver = (message: Message) => Promise<Attempt>;
export type Transport = { deliver: Deliver; close: () => void };

/** How long a mail server may take to say anything; a letter that waits must not hold up the others for long. */
const PATIENCE_MS = 20_000;

/** `url`: `smtp://` or `smtps://` with name and password where needed. `from`: an address, with a name or without. */
export function openSmtp({ url, from }: { url: string; from: string }, patienceMs = PATIENCE_MS): Transport {
  const transporter = nodemailer.createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // A letter is text that we have written: nothing in it names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    close: () => transporter.close(),
    async deliver({ messageId, recipient, subject, text, html }) {
      try {
        await transporter.sendMail({
          from,
          // An address object is never parsed: a comma or a line break in it cannot add a recipient.
          to: { name: "", address: recipient },
          subject: headerLine(subject),
          text,
          html,
          messageId: `<${messageId}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
        return { outcome: "delivered" };
      } catch (error) {
        return toAttempt(error);
      }
    },
  };
}

/** Answers of 500 and more to a recipient or a message are final; all else may go better the next time. */
function toAttempt(error: unknown): Attempt {
  const { code, responseCode, message } = error as {
    code?: string;
    responseCode?: number;
    message?: string;
  };
  const failure = headerLine([code, responseCode, message].filter(Boolean).join(" "), 200);
  const isFinal = (code === "EENVELOPE" || code === "EMESSAGE") && (responseCode ?? 0) >= 500;
  return { outcome: isFinal ? "refused" : "failed", failure };
}
