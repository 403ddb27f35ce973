import type { LoaderFunctionArgs } from "@remix-run/node";
import { declarationAttachment } from "../supplier.declarations.$declarationId_.export.$file/attachment.server";

/** A file of a declaration that is shared with the hospital. */
export const loader = (args: LoaderFunctionArgs) => declarationAttachment(args, "hospital");
