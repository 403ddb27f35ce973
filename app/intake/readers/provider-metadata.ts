import { ProductFactsSchema } from "~/domain/declaration/facts";
import { accept, refuse } from "~/domain/shared/result";
import { readProviderMetadata } from "~/formats/vulnerability-status/provider-metadata";
import { refusalOf, toFileRefusal } from "../look";
import { type FileReader, fileAsEvidence } from "../reader";
import { advisoriesEntry, factEntry, reason } from "./entries";

const CONTACT = { pointer: "/publisher/contact_details" };

/** Where a supplier's advisories are: `provider-metadata.json` of CSAF 2.0. */
export const providerMetadataReader: FileReader = {
  kind: "provider-metadata",
  recognises(look) {
    const json = look.json();
    return json?.ok === true && "canonical_url" in json.value && "publisher" in json.value;
  },
  read(look, ground) {
    const read = readProviderMetadata(look.bytes);
    if (!read.ok) {
      const { refusal } = read;
      if (refusal.code !== "invalid") return refuse(toFileRefusal(refusal));
      const [first] = refusal.errors;
      return refuse(refusalOf("invalid", { pointer: first?.pointer ?? "" }, first?.message ?? ""));
    }
    const { publisher, canonical_url: url, metadata_version: version } = read.value;
    const { facts } = ground.content;
    const contact = ProductFactsSchema.shape.vulnerabilityContact.safeParse(publisher.contact_details);
    return accept({
      edition: `CSAF ${version}`,
      about: publisher.name,
      counted: read.value.distributions?.length ?? 0,
      entries: [
        ...(contact.success && contact.data !== undefined
          ? [
              factEntry({
                facts,
                key: "vulnerabilityContact",
                value: contact.data,
                place: CONTACT,
                reasons: [reason("states", "contact_details", contact.data, CONTACT)],
              }),
            ]
          : []),
        advisoriesEntry(facts, ["csaf"], {
          place: { pointer: "/canonical_url" },
          reasons: [reason("states", "canonical_url", url, { pointer: "/canonical_url" })],
        }),
      ],
      unused:
        publisher.contact_details !== undefined && !contact.success
          ? [
              {
                code: "too-long-for-a-declaration",
                place: CONTACT,
                value: publisher.contact_details,
                suggestion: "",
              },
            ]
          : [],
      evidence: fileAsEvidence(ground, {
        type: "other",
        subject: "development-process",
        scheme: "CSAF provider-metadata",
        schemeVersion: version,
      }),
    });
  },
};
