import { fieldsOfMatrix, matrixOfFields } from "~/components/risk/matrix-form";
import type { MatrixOutcome } from "~/components/risk/matrix-outcome";
import { RiskMatrixSchema } from "~/domain/risk/risk-matrix";
import { presentDefaultMatrix, previewRiskMatrix } from "~/presenters/present-risk-matrix.server";
import { setRiskMatrix } from "~/use-cases/risk/set-risk-matrix.server";
import { type Caller, toInvalidInput } from "~/use-cases/use-case.server";

type Fields = Readonly<Record<string, ReadonlyArray<string>>>;

/** Saves the matrix, says what it would change, or fills in the default: one form, three buttons. */
export async function answerMatrixForm(
  caller: Caller,
  form: URLSearchParams,
): Promise<{ saved: true } | MatrixOutcome> {
  const fields = Object.fromEntries(form);
  const { intent, reason = "", version = "" } = fields;
  const typed = { fields, reason, version };
  if (intent === "reset") {
    const defaults = fieldsOfMatrix(presentDefaultMatrix(caller));
    return { typed: { ...typed, fields: defaults }, refusal: null, preview: null };
  }
  const matrix = matrixOfFields(fields);
  if (intent === "preview") {
    const parsed = RiskMatrixSchema.safeParse(matrix, { reportInput: true });
    if (!parsed.success)
      return {
        typed,
        refusal: { code: "invalid-input", fields: toInvalidInput(parsed.error).fields },
        preview: null,
      };
    return { typed, refusal: null, preview: await previewRiskMatrix(caller, parsed.data) };
  }
  const outcome = await setRiskMatrix(caller, { matrix, reason, version });
  if (outcome.ok) return { saved: true };
  const { refusal } = outcome;
  if (refusal.code !== "invalid-input") return { typed, refusal, preview: null };
  return { typed, refusal: { ...refusal, fields: withoutMatrix(refusal.fields) }, preview: null };
}

/** The fields are named without the member that the input has around them. */
function withoutMatrix(errors: Fields): Fields {
  return Object.fromEntries(
    Object.entries(errors).map(([path, keys]) => [path.replace(/^matrix\./, ""), keys]),
  );
}
