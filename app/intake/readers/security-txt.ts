import { ProductFactsSchema } from "~/domain/declaration/facts";
import type { ImportEntry } from "~/domain/declaration/import-plan";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import { accept, refuse } from "~/domain/shared/result";
import { readSecurityTxt } from "~/formats/vulnerability-status/security-txt";
import { toFileRefusal } from "../look";
import { type FileReader, fileAsEvidence } from "../reader";
import { advisoriesEntry, factEntry, reason } from "./entries";

const MAX_BYTES = 64 * 1024;
const A_FIELD = /^(contact|expires|policy|canonical|csaf|encryption):[ \t]*\S/im;

/** Where weaknesses are reported: `security.txt` (RFC 9116). */
export const securityTxtReader: FileReader = {
  kind: "security-txt",
  recognises: ({ isWorkbook, head, bytes }) =>
    !isWorkbook && bytes.length <= MAX_BYTES && !/^\s*[<{[]/.test(head) && A_FIELD.test(head),
  read(look, ground) {
    const read = readSecurityTxt(look.bytes, ground.asOf);
    if (!read.ok)
      return refuse(
        toFileRefusal({
          code: read.refusal.code === "not-security-txt" ? "unknown-kind" : read.refusal.code,
        }),
      );
    const { fields, contacts, expiresAt, problems } = read.value;
    const { facts } = ground.content;
    const entries: Array<ImportEntry> = [];
    const lineOf = (name: string) => {
      const line = fields.find((field) => field.name === name)?.line;
      return line === undefined ? null : { line };
    };
    const [first] = contacts;
    const contact = ProductFactsSchema.shape.vulnerabilityContact.safeParse(
      first?.replace(/^(mailto|tel):/i, ""),
    );
    if (contact.success && contact.data !== undefined)
      entries.push(
        factEntry({
          facts,
          key: "vulnerabilityContact",
          value: contact.data,
          place: lineOf("Contact"),
          reasons: [reason("states", "Contact", first ?? "", lineOf("Contact"))],
        }),
      );
    const metadata = fields.find(({ name }) => name === "CSAF");
    if (metadata) {
      const place = { line: metadata.line };
      const why = { place, reasons: [reason("states", "CSAF", metadata.value, place)] };
      entries.push(advisoriesEntry(facts, ["csaf"], why));
    }
    const expires = IsoDateSchema.safeParse((expiresAt ?? "").slice(0, 10));
    return accept({
      edition: "RFC 9116",
      about: fields.find(({ name }) => name === "Canonical")?.value ?? "",
      counted: fields.length,
      entries,
      unused: problems.map(({ code, line, value }) => ({
        ...{ code, value, suggestion: "" },
        place: line === null ? null : { line },
      })),
      evidence: fileAsEvidence(ground, {
        type: "other",
        subject: "development-process",
        scheme: "RFC 9116",
        validUntil: expires.success ? expires.data : null,
      }),
    });
  },
};
