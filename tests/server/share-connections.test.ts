import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { shareConnections } from "~/server/share-connections.server";

const ends: Array<() => void> = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A process that answers, whose load and clock are the test's; `ask` answers whether the connection is kept. */
async function aProcess() {
  const clock = { now: 0 };
  let tell: (share: number) => void = () => undefined;
  const server = createServer((_request, response) => response.end("page"));
  shareConnections(server, {
    now: () => clock.now,
    load: (told) => {
      tell = told;
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  ends.push(() => server.close());
  const reader = () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    ends.push(() => agent.destroy());
    return async () => {
      const [answer] = (await once(get({ port, agent }), "response")) as [IncomingMessage];
      answer.resume();
      await once(answer, "close");
      expect(answer.statusCode).toBe(200);
      return answer.headers.connection === "keep-alive";
    };
  };
  return { reader, clock, isAtWork: (share: number) => tell(share) };
}

test("a process that has time keeps its connections", async () => {
  const { reader, clock, isAtWork } = await aProcess();
  const ask = reader();
  isAtWork(0.6);
  expect(await ask()).toBe(true);
  clock.now = 60_000;
  expect(await ask()).toBe(true);
});

test("a busy one ends what is settled, with a whole answer, and never what has just come", async () => {
  const { reader, clock, isAtWork } = await aProcess();
  const ask = reader();
  expect(await ask()).toBe(true);
  isAtWork(0.9);
  clock.now = 4_999;
  expect(await ask()).toBe(true);
  clock.now = 5_000;
  expect(await ask()).toBe(false);
  expect(await ask()).toBe(true);
});

test("it ends few at a time, and none once it has time again", async () => {
  const { reader, clock, isAtWork } = await aProcess();
  const readers = Array.from({ length: 7 }, reader);
  for (const ask of readers) await ask();
  clock.now = 10_000;
  const kept = async () => {
    const answers = [];
    for (const ask of readers) answers.push(await ask());
    return answers.filter(Boolean).length;
  };
  isAtWork(1);
  expect(await kept()).toBe(3);
  clock.now = 20_000;
  isAtWork(0.2);
  expect(await kept()).toBe(7);
});
