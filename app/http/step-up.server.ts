import type { ActionFunctionArgs } from "@remix-run/node";
import { AppError } from "~/domain/shared/app-error";
import { refuse } from "~/domain/shared/result";
import { confirmPassword } from "~/use-cases/accounts/confirm-password.server";
import type { Caller, StepUpRefused } from "~/use-cases/use-case.server";
import { readForm, respond } from "./respond.server";
import { readSessionToken, toVisitor, writeSessionCookie } from "./session.server";

/** What `data()` of Remix answers. */
type Answered = { data: unknown; init: ResponseInit | null };
export type Attempt = <Outcome>(
  work: (caller: Caller) => Promise<Outcome>,
) => Promise<Outcome | StepUpRefused>;

/**
 * Answers a form of something that needs the password given a moment ago. Where the form brings the password, it is
 * checked first, so that one press confirms and performs; a wrong one is a refusal like those of the use case. The
 * password itself is never among the `values`: they go back to the page. `answerForm` makes its attempt once.
 */
export async function respondWithStepUp<Answer extends Response | Answered>(
  args: ActionFunctionArgs,
  answerForm: (form: { values: Readonly<Record<string, unknown>>; attempt: Attempt }) => Promise<Answer>,
): Promise<Answer> {
  const { context, request } = args;
  const { password, ...values } = await readForm(request);
  const headers = new Headers();
  let status: number | undefined;
  const attempt: Attempt = (work) =>
    respond(args, async (caller) => {
      if (typeof password !== "string" || password === "") return work(caller);
      const token = (await readSessionToken(request, context)) ?? "";
      const confirmed = await confirmPassword(toVisitor(context), { token, password }, context);
      if (!confirmed.ok) {
        if (confirmed.refusal.reason === "too-many-attempts") status = 429;
        return refuse(confirmed.refusal);
      }
      headers.append("Set-Cookie", await writeSessionCookie(context, confirmed.value.token));
      return work({ ...caller, isSteppedUp: true });
    });
  const answer = await answerForm({ values, attempt });
  if (answer instanceof Response) {
    for (const [name, value] of headers) answer.headers.append(name, value);
    return answer;
  }
  for (const [name, value] of new Headers(answer.init?.headers)) headers.append(name, value);
  return Object.assign(answer, {
    init: { ...answer.init, status: status ?? answer.init?.status, headers },
  });
}

type Noted<Value> = { ok: true; value: Value } | { ok: false; refusal: { code: string } };

/**
 * What an export was noted as, before its first byte. Throws `step-up` where the password has to be given first; whatever
 * else is refused, a file of that name or what it is about, is `not-found`, and `what` says it to who reads the answer.
 */
export function requireNoted<Value>(noted: Noted<Value>, what: string): Value {
  if (noted.ok) return noted.value;
  if (noted.refusal.code === "step-up") throw new AppError("step-up", "give your password first");
  throw new AppError("not-found", what);
}
