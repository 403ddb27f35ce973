import type { ConditionState } from "~/domain/procurement/condition";
import type { DecisionKind } from "~/domain/procurement/decision";
import type { RequestState } from "~/domain/procurement/request";
import { useTranslation } from "~/i18n/use-translation";
import { StateBadge, type StateName } from "../state-badge";

const REQUEST_LOOKS = {
  sent: "sent",
  accepted: "accepted",
  declared: "answered",
  decided: "decided",
  declined: "declined",
  withdrawn: "withdrawn",
} as const satisfies Record<RequestState, StateName>;

const DECISION_LOOKS = {
  approve: "approved",
  "approve-with-conditions": "approved-with-conditions",
  reject: "rejected",
  "return-for-changes": "returned",
} as const satisfies Record<DecisionKind, StateName>;

const CONDITION_LOOKS = {
  open: "open",
  completed: "complete",
  overdue: "overdue",
} as const satisfies Record<ConditionState, StateName>;

export function RequestBadge({ state }: { state: RequestState }) {
  return <StateBadge state={REQUEST_LOOKS[state]} />;
}

export function DecisionBadge({ kind }: { kind: DecisionKind }) {
  return <StateBadge state={DECISION_LOOKS[kind]} />;
}

export function ConditionBadge({ state }: { state: ConditionState }) {
  return <StateBadge state={CONDITION_LOOKS[state]} />;
}

/** The words of a request's state outside of its badge. */
export function useRequestStateText(): (state: RequestState) => string {
  const { t } = useTranslation("components");
  return (state) => t(`state.${REQUEST_LOOKS[state]}`);
}
