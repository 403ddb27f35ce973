import { createServer } from "node:net";

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** The preferred port, or the next free one after it: somebody may be running the tests in another checkout. */
export async function findFreePort(preferred) {
  for (let port = preferred; port < preferred + 50; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${preferred} and ${preferred + 49}.`);
}
