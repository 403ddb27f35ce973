import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidencePack } from "./pack.server";

/** Everything that led to a decision, as one signed archive. */
export const loader = (args: LoaderFunctionArgs) => evidencePack(args);
