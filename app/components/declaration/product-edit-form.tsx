import { Form } from "@remix-run/react";
import { Disclosure } from "~/components/disclosure";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { type DescribedProduct, ProductFields } from "./product-fields";
import type { Refusal } from "./refusal";

type ProductEditFormProps = {
  product: DescribedProduct & { saveVersion: number };
  refusal: Refusal | undefined;
};

/** What a product is called and is; refused where somebody else has changed it meanwhile. */
export function ProductEditForm({ product, refusal }: ProductEditFormProps) {
  const { t } = useTranslation("declaration");
  return (
    <Disclosure boxed summary={t("product.edit")} defaultOpen={refusal !== undefined}>
      <Form method="post" className="grid max-w-xl gap-4" key={product.saveVersion}>
        <ProductFields product={product} refusal={refusal}>
          <p className="text-muted">{t("product.editText")}</p>
          <input type="hidden" name="intent" value="edit" />
          <input type="hidden" name="saveVersion" value={product.saveVersion} />
        </ProductFields>
        <div>
          <SubmitButton variant="regular">{t("product.save")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

type ArchiveFormProps = { what: "product" | "release"; releaseId?: string; isArchived: boolean };

/** Offers a product or a release no more, or again. */
export function ArchiveForm({ what, releaseId, isArchived }: ArchiveFormProps) {
  const { t } = useTranslation("declaration");
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={`archive-${what}`} />
      {releaseId === undefined ? null : <input type="hidden" name="releaseId" value={releaseId} />}
      <input type="hidden" name="archived" value={isArchived ? "no" : "yes"} />
      <SubmitButton variant="quiet" size={what === "release" ? "small" : "regular"}>
        {t(isArchived ? `archive.${what}Back` : `archive.${what}`)}
      </SubmitButton>
    </Form>
  );
}
