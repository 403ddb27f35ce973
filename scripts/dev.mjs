import { ensureInstalled } from "./lib/install.mjs";
import { requireSupportedNode } from "./lib/node-version.mjs";
import { runServer } from "./lib/server.mjs";
import { stopUnless } from "./lib/steps.mjs";

requireSupportedNode();
stopUnless(await ensureInstalled());
process.exit(await runServer(["dev"], "development"));
