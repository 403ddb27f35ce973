import type { Caller } from "../use-case.server";
import { askQuestion } from "./ask-question.server";
import { reopenQuestion } from "./reopen-question.server";
import { settleQuestion } from "./settle-question.server";
import { writeMessage } from "./write-message.server";

/** One step in a dialogue, by what its form is called; whatever else is meant as a question. */
export async function takeDialogueStep(
  caller: Caller,
  intent: unknown,
  values: Readonly<Record<string, unknown>>,
) {
  switch (intent) {
    case "write":
      return writeMessage(caller, values);
    case "settle":
      return settleQuestion(caller, values);
    case "reopen":
      return reopenQuestion(caller, values);
    default:
      return askQuestion(caller, values);
  }
}
