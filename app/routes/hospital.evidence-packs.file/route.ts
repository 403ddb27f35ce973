import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceOfScope } from "./pack.server";

/** The evidence of a zone, a supplier or a period, as one signed archive. */
export const loader = (args: LoaderFunctionArgs) => evidenceOfScope(args);
