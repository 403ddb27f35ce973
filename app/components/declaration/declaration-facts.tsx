import { Form } from "@remix-run/react";
import { DateText } from "~/components/date-text";
import { FormError } from "~/components/form-error";
import { KeyValue } from "~/components/key-value";
import { LevelStrip } from "~/components/level-strip";
import { SelectField } from "~/components/select-field";
import { StateBadge } from "~/components/state-badge";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { type Refusal, useRefusal } from "./refusal";
import { type Sheet, VISIBILITIES } from "./sheet";

/** Who signed what, when, and what proves that it is still the same. */
export function SignatureFacts({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("declaration");
  const { signature, visibility, content } = sheet.declaration;
  if (!signature) return null;
  return (
    <KeyValue
      columns={2}
      entries={[
        { term: t("signature.by"), value: signature.by },
        {
          term: t("signature.at"),
          value: (
            <span className="[&_time]:whitespace-normal">
              <DateText value={signature.at} time />
            </span>
          ),
        },
        {
          term: t("signature.fingerprint"),
          value: <code className="break-all">{signature.fingerprint}</code>,
        },
        { term: t("sealing:seal.term"), value: <SealText seal={signature.seal} /> },
        { term: t("visibility.legend"), value: t(`visibility.${visibility}.label`) },
        {
          term: t("types.legend"),
          value: content.componentTypes.map((type) => t(`components:componentType.${type}`)).join(", "),
        },
        {
          term: t("claim.legend"),
          value: content.claimedSlCapability ? (
            <LevelStrip size="small" reached={content.claimedSlCapability} title={t("claim.legend")} />
          ) : (
            t("claim.none")
          ),
        },
      ]}
    />
  );
}

type SealTextProps = { seal: NonNullable<Sheet["declaration"]["signature"]>["seal"] };

function SealText({ seal }: SealTextProps) {
  const { t } = useTranslation("sealing");
  if (!seal) return <>{t("seal.none")}</>;
  const { keyId, signedBy } = seal;
  return (
    <span className="break-words">
      {t("seal.held", {
        keyId: keyId.slice(0, 16),
        name: signedBy.name,
        role: t(`seal.role.${signedBy.role}`),
      })}{" "}
      <Link to={paths.portalKey()}>{t("seal.check")}</Link>
    </span>
  );
}

export function VersionList({ sheet }: { sheet: Pick<Sheet, "versions" | "declaration"> }) {
  const { t } = useTranslation("declaration");
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {sheet.versions.map(({ id, version, state }) => (
        <li key={id} className="flex items-center gap-2">
          {id === sheet.declaration.id ? (
            <strong aria-current="page">{t("version", { version })}</strong>
          ) : (
            <Link to={paths.declaration(id)}>{t("version", { version })}</Link>
          )}
          <StateBadge state={state} />
        </li>
      ))}
    </ul>
  );
}

export function ShareForm({ visibility, refusal }: { visibility: string; refusal: Refusal | undefined }) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  return (
    <Form method="post" className="grid max-w-md gap-3">
      <FormError errors={fields} formErrors={formErrors} labels={{ visibility: t("visibility.legend") }} />
      <input type="hidden" name="intent" value="share" />
      <SelectField
        name="visibility"
        label={t("visibility.legend")}
        hint={t("visibility.hint")}
        defaultValue={visibility}
        options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}.label`) }))}
        errors={fields.visibility}
      />
      <div>
        <SubmitButton variant="regular">{t("visibility.save")}</SubmitButton>
      </div>
    </Form>
  );
}

/** One press makes the draft of the next version. */
export function NewVersionForm({ releaseId }: { releaseId: string }) {
  const { t } = useTranslation("declaration");
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="copy" />
      <input type="hidden" name="releaseId" value={releaseId} />
      <SubmitButton variant="regular" icon="copy">
        {t("copy")}
      </SubmitButton>
    </Form>
  );
}
