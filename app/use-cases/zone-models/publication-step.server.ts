import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "./approve-revision.server";
import { deleteZoneModel } from "./delete-zone-model.server";
import { returnRevision } from "./return-revision.server";
import { submitRevision } from "./submit-revision.server";
import { withdrawSubmission } from "./withdraw-submission.server";

/** One step of the way to a revision by what its form is called; an unknown one is taken for a submission. */
export async function takePublicationStep(
  caller: Caller,
  intent: string,
  values: Readonly<Record<string, unknown>>,
) {
  switch (intent) {
    case "approve":
      return approveRevision(caller, values);
    case "return":
      return returnRevision(caller, values);
    case "withdraw":
      return withdrawSubmission(caller, values);
    case "delete":
      return deleteZoneModel(caller, values);
    default:
      return submitRevision(caller, values);
  }
}
