import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach } from "vitest";

export type ReceivedMail = { from: string; to: ReadonlyArray<string>; raw: string; mail: Email };

type Behaviour = {
  /** Answered to `RCPT TO`, e.g. 550. */
  refuse?: (recipient: string) => number | undefined;
  /** Cuts the connection in the middle of the message, after so many messages that went well. */
  cutAfter?: number;
  /** Takes the message and cuts the connection before saying so. */
  silentAfter?: number;
};

/** A real SMTP server on a port of its own, which keeps what it is sent. */
export async function aMailServer(behaviour: Behaviour = {}) {
  const received: Array<ReceivedMail> = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const code = behaviour.refuse?.(address);
      if (code === undefined) return callback();
      callback(Object.assign(new Error("no such mailbox"), { responseCode: code }));
    },
    onData(stream, session, callback) {
      const chunks: Array<Buffer> = [];
      const cut = () => {
        for (const connection of server.connections)
          (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
      };
      if (behaviour.cutAfter !== undefined && received.length >= behaviour.cutAfter) return cut();
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      const keep = async () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw,
          mail: await PostalMime.parse(raw),
        });
        if (behaviour.silentAfter !== undefined && received.length > behaviour.silentAfter) return cut();
        callback();
      };
      stream.on("end", () => void keep());
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  opened.push(close);
  return { url: `smtp://127.0.0.1:${port}`, received, behaviour, close };
}

const opened: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});
