import type { Server } from "node:http";
import type { Socket } from "node:net";
import { performance } from "node:perf_hooks";

/** So long a connection stays where it is: making a new one costs less than a page, not nothing. */
const SETTLED_MS = 5_000;
const LOOK_EVERY_MS = 1_000;
/** Share of the time between two looks in which something was being done. */
const BUSY = 0.7;
/** Few at a time: were all handed over at once, the other process would be the busy one, and so on to and fro. */
const MOST_A_LOOK = 4;

/**
 * Where several processes answer, each keeps the connections that it was given, and whoever came while one was busy went to
 * the other: one may then work all the time while another waits. A busy one therefore ends a few connections with the
 * answer that it gives; who asks again gets a new one, from the process that is free.
 */
export function shareConnections(server: Server, { load = watchLoad, now = () => performance.now() } = {}) {
  const since = new WeakMap<Socket, number>();
  let toEnd = 0;
  load((share) => {
    toEnd = share > BUSY ? MOST_A_LOOK : 0;
  });
  server.on("connection", (socket) => since.set(socket, now()));
  // Before whatever answers: headers that have been sent cannot be added to.
  server.prependListener("request", ({ socket }, response) => {
    if (toEnd === 0 || now() - (since.get(socket) ?? now()) < SETTLED_MS) return;
    toEnd -= 1;
    response.setHeader("Connection", "close");
  });
}

/** Tells every second how much of it this process was at work, between 0 and 1. */
function watchLoad(tell: (share: number) => void): void {
  let seen = performance.eventLoopUtilization();
  setInterval(() => {
    const until = performance.eventLoopUtilization();
    tell(performance.eventLoopUtilization(until, seen).utilization);
    seen = until;
  }, LOOK_EVERY_MS).unref();
}
