// A process of its own: Vite leaves threads and environment behind that a `cordon` run must not inherit.
import { bundleForNode } from "./bundle.mjs";
import { CLI_BUNDLE, CLI_ENTRY } from "./cli.mjs";

await bundleForNode({ entry: CLI_ENTRY, outFile: CLI_BUNDLE });
