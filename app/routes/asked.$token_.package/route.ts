import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { noteMissedLink, refuseLinkTrials } from "~/http/link-throttle.server";
import { respondOpenly } from "~/http/respond.server";
import { toVisitor } from "~/http/session.server";
import { presentAskedPackage } from "~/presenters/present-asked-package.server";
import { exportAskedPackage } from "~/use-cases/requests/export-asked-package.server";
import { packed } from "../hospital.tenders.$tenderId_.package/package.server";

/** What is asked, to read and to check products against before there is an account, for whoever holds the link. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { token = "" } = args.params;
  const { clientAddress, now } = args.context;
  const visitor = toVisitor(args.context);
  const gathered = await respondOpenly(args, async () => {
    refuseLinkTrials(clientAddress, now);
    try {
      const noted = await exportAskedPackage(visitor, { token });
      if (!noted.ok) throw new AppError("not-found", "there is no such request");
      return { found: await presentAskedPackage(visitor, token), owner: `link ${noted.value.id}` };
    } catch (error) {
      if (error instanceof AppError && error.code === "not-found") noteMissedLink(clientAddress, now);
      throw error;
    }
  });
  return packed(args, gathered);
};
