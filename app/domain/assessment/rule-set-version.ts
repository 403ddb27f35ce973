/**
 * Version of everything that turns a profile and a declaration into a verdict: this room's code. Raise it with
 * every change that can change a finding, because it is part of the fingerprint that a decision rests on.
 */
export const RULE_SET_VERSION = "2026-11-22.2";
