import { z } from "zod";
import { VERDICTS } from "../assessment/verdict";
import { lineOfText } from "../shared/text";
import { DECISION_KINDS } from "./decision";

export const RECEIPT_FORMAT = "cordon-receipt-1";
export const RECEIPT_SEAL_FORMAT = "cordon-receipt-seal-1";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });

/**
 * What was decided, as the decision froze it: nothing in it can change later. Two sides get one each; what is the hospital's
 * own is null in that of the supplier: where the product goes, who decided, what was found and made a condition.
 */
export const ReceiptSchema = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  side: z.enum(["hospital", "supplier"]),
  hospital: lineOfText(),
  decision: z.strictObject({
    id: z.string().nullable().describe("By which the hospital finds it."),
    kind: z.enum(DECISION_KINDS),
    decidedAt: instant.describe("UTC, to the millisecond."),
    decidedBy: z.string().nullable(),
    reason: z.string().nullable().describe("For a supplier only where the answer came back for changes."),
  }),
  about: z.strictObject({
    supplier: lineOfText(),
    product: lineOfText(),
    release: lineOfText(),
    declarationId: z.string(),
    declarationVersion: z.number().int().positive(),
    zone: z.string().nullable(),
    revision: z.number().int().positive().nullable(),
    request: z.string().nullable().describe("Its subject, where the decision answers a request."),
  }),
  result: z.strictObject({
    fingerprint: sha256.describe("Of the assessment that was frozen with the decision."),
    asOf: z.iso.date(),
    verdict: z.enum(VERDICTS).nullable(),
    ruleSetVersion: z.string().nullable(),
    catalogueVersion: z.string().nullable(),
  }),
  conditionCount: z.number().int().nonnegative(),
  conditions: z
    .array(z.strictObject({ text: z.string(), owner: z.string(), dueOn: z.iso.date() }))
    .nullable(),
  exceptions: z
    .array(
      z.strictObject({
        id: z.string(),
        expiresOn: z.iso.date(),
        grantedBy: z.string(),
        grantedAt: instant,
      }),
    )
    .nullable(),
});
export type Receipt = z.output<typeof ReceiptSchema>;

/** With whose key a receipt was sealed; its moment is that of the decision. */
export const ReceiptSealSchema = z.strictObject({
  format: z.literal(RECEIPT_SEAL_FORMAT),
  algorithm: z.literal("Ed25519"),
  keyId: sha256.describe("SHA-256 of the 32 bytes of the public key."),
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  sha256: sha256.describe(
    "Of the canonical JSON (RFC 8785) of the file without this member and `signature`.",
  ),
  signature: z
    .string()
    .regex(/^[A-Za-z0-9+/]{86}==$/)
    .describe("Ed25519 over the same bytes, in base64."),
});
export type ReceiptSeal = z.output<typeof ReceiptSealSchema>;
