// `npm start` on a fresh clone: nothing but Node's own modules may be imported here or below.
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireSupportedNode } from "./lib/node-version.mjs";
import { runServer } from "./lib/server.mjs";
import { stopUnless } from "./lib/steps.mjs";

requireSupportedNode();
stopUnless(await ensureInstalled());
stopUnless(await ensureBuilt());
process.exit(await runServer([], "production"));
