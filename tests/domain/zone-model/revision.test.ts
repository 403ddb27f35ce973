import { expect, test } from "vitest";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import {
  approveSubmission,
  NEW_PUBLICATION,
  type Publication,
  type Revision,
  returnSubmission,
  submitForPublication,
} from "~/domain/zone-model/revision";
import { EMPTY_ZONE_MODEL, type ZoneModel } from "~/domain/zone-model/zone-model";
import { anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const ana = { personId: "ana", at: "2026-11-21T08:00:00.000Z" };
const ben = { personId: "ben", at: "2026-11-21T09:00:00.000Z" };
const draft = aZoneModel();

test("a submission approved by a second person is the next revision", () => {
  const first = published(draft, null);
  expect(first).toEqual({
    number: 1,
    fingerprint: fingerprintOfModel(draft),
    content: draft,
    submitted: ana,
    approved: ben,
  });
  expect(published({ ...draft, assets: [] }, first).number).toBe(2);
});

test("nobody approves what they submitted themselves", () => {
  expect(approveSubmission({ publication: submitted(draft), draft, latest: null, approved: ana })).toEqual({
    ok: false,
    refusal: { code: "same-person" },
  });
});

test("a draft that changed since it was submitted is not approved, a moved box is no change", () => {
  const publication = submitted(draft);
  const edited = { ...draft, assets: [] };
  const moved = { ...draft, layout: {} };
  expect(approveSubmission({ publication, draft: edited, latest: null, approved: ben })).toEqual({
    ok: false,
    refusal: { code: "changed-since-submitted" },
  });
  expect(approveSubmission({ publication, draft: moved, latest: null, approved: ben }).ok).toBe(true);
});

test("only a submission can be approved or returned", () => {
  const refusal = { ok: false, refusal: { code: "not-submitted" } };
  expect(approveSubmission({ publication: NEW_PUBLICATION, draft, latest: null, approved: ben })).toEqual(
    refusal,
  );
  expect(returnSubmission({ publication: NEW_PUBLICATION, comment: "No", returned: ben })).toEqual(refusal);
});

test("a submission is not submitted twice", () => {
  expect(
    submitForPublication({ publication: submitted(draft), draft, latest: null, submitted: ben }),
  ).toEqual({
    ok: false,
    refusal: { code: "already-submitted" },
  });
});

test("what says the same as the last revision, or nothing at all, is not submitted", () => {
  const nothing = { ok: false, refusal: { code: "nothing-changed" } };
  const again = { publication: NEW_PUBLICATION, draft: { ...draft, layout: {} }, submitted: ana };
  expect(submitForPublication({ ...again, latest: published(draft, null) })).toEqual(nothing);
  expect(submitForPublication({ ...again, draft: EMPTY_ZONE_MODEL, latest: null })).toEqual(nothing);
});

test("a zone without a target keeps a model from being published, an untrusted one does not", () => {
  const zones = [
    aZone({ id: "icu", slTarget: null }),
    aZone({ id: "internet", slTarget: null, trustClass: "untrusted" }),
  ];
  const open = aZoneModel({ zones });
  const refusal = { ok: false, refusal: { code: "zones-without-target", zoneIds: ["icu"] } };
  expect(
    submitForPublication({ publication: NEW_PUBLICATION, draft: open, latest: null, submitted: ana }),
  ).toEqual(refusal);
  const stored: Publication = {
    state: "submitted",
    submission: { content: open, fingerprint: fingerprintOfModel(open), submitted: ana },
  };
  expect(approveSubmission({ publication: stored, draft: open, latest: null, approved: ben })).toEqual(
    refusal,
  );
});

test("other errors of the model are listed and do not hinder", () => {
  const loose = aZoneModel({ zones: [aZone()], assets: [anAsset({ zoneId: null })] });
  expect(
    submitForPublication({ publication: NEW_PUBLICATION, draft: loose, latest: null, submitted: ana }),
  ).toMatchObject({ ok: true, value: { findings: [{ ruleId: "asset-is-in-a-zone", severity: "error" }] } });
});

test("a returned submission carries the reason and can be submitted again", () => {
  const returned = returnSubmission({
    publication: submitted(draft),
    comment: " Name the owner ",
    returned: ben,
  });
  expect(returned).toEqual({
    ok: true,
    value: {
      state: "draft",
      returned: {
        comment: "Name the owner",
        fingerprint: fingerprintOfModel(draft),
        submitted: ana,
        returned: ben,
      },
    },
  });
  if (!returned.ok) return;
  expect(submitForPublication({ publication: returned.value, draft, latest: null, submitted: ana }).ok).toBe(
    true,
  );
});

test("a return without a reason is refused", () => {
  expect(returnSubmission({ publication: submitted(draft), comment: " ", returned: ben })).toEqual({
    ok: false,
    refusal: { code: "comment-missing" },
  });
});

function submitted(model: ZoneModel, latest: Revision | null = null): Publication {
  const step = submitForPublication({ publication: NEW_PUBLICATION, draft: model, latest, submitted: ana });
  if (!step.ok) throw new Error(`refused: ${step.refusal.code}`);
  return step.value.publication;
}

function published(model: ZoneModel, latest: Revision | null): Revision {
  const step = approveSubmission({
    publication: submitted(model, latest),
    draft: model,
    latest,
    approved: ben,
  });
  if (!step.ok) throw new Error(`refused: ${step.refusal.code}`);
  return step.value.revision;
}
