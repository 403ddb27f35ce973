import { AppError } from "~/domain/shared/app-error";
import { type RequestArgs, respondOpenly } from "~/http/respond.server";

/** Any address that no page has: answered by the page for missing things. */
export const loader = (args: RequestArgs) =>
  respondOpenly(args, async () => {
    throw new AppError("not-found", "there is no such page");
  });

export const action = loader;

export default function NoPage() {
  return null;
}
