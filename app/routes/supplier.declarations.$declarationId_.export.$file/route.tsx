import type { LoaderFunctionArgs } from "@remix-run/node";
import { declarationAttachment } from "./attachment.server";

/** A file of the supplier's own declaration, draft or signed. */
export const loader = (args: LoaderFunctionArgs) => declarationAttachment(args, "supplier");
