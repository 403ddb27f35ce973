import type { SupplierDuty } from "~/domain/access/overview";
import { paths } from "~/paths";

/** The list that has as many rows as the section counts. */
export const SUPPLIER_LISTS: Readonly<Record<SupplierDuty, string>> = {
  "notice-clocks": paths.notices({ show: "report-due" }),
  "overdue-requests": paths.receivedRequests({ show: "overdue" }),
  "returned-answers": paths.receivedRequests({ show: "returned" }),
  questions: paths.receivedQuestions(),
  "declarations-to-sign": paths.declarations({ show: "to-sign" }),
  drafts: paths.declarations({ show: "drafts" }),
  "notice-drafts": paths.notices({ show: "drafts" }),
  expiring: paths.expiring(),
  "members-without-role": paths.members({ show: "without-role" }),
  "pending-invitations": paths.members({ show: "invited" }),
  "failed-letters": paths.failedLetters({ of: "people" }),
};

/** Where one of them is opened. */
export const SUPPLIER_ENTRIES: Readonly<Record<SupplierDuty, (id: string) => string>> = {
  "notice-clocks": paths.notice,
  "overdue-requests": paths.receivedRequest,
  "returned-answers": paths.receivedRequest,
  questions: (requestId) => paths.receivedRequestQuestions(requestId),
  "declarations-to-sign": paths.signDeclaration,
  drafts: (declarationId) => paths.declaration(declarationId),
  "notice-drafts": paths.notice,
  expiring: (declarationId) => paths.declaration(declarationId),
  "members-without-role": () => paths.members({ show: "without-role" }),
  "pending-invitations": () => paths.members({ show: "invited" }),
  "failed-letters": () => paths.failedLetters({ of: "people" }),
};
