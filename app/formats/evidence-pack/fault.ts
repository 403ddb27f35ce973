/** Why a pack does not prove what it says; `detail` names the file, or the number of an entry of the audit trail. */
export type PackFault = {
  code: /** What is signed was changed, or was never signed with the key beside it. */
    | "manifest-changed"
    | "key-id-wrong"
    /** Signed with another key than the one the reader trusts. */
    | "other-key"
    | "file-missing"
    | "file-changed"
    | "file-unlisted"
    | "file-unreadable"
    /** The decision names another fingerprint than the assessment has. */
    | "decision-on-another"
    /** Worked out again, something else comes out. */
    | "assessment-differs"
    /** The supplier's signed file is not what the portal sealed. */
    | "declaration-seal"
    /** What was judged is not what the supplier signed. */
    | "declaration-differs"
    /** A file that the hospital attached is not the one that was listed. */
    | "attached-differs"
    /** The audit trail names other files for what it was attached to. */
    | "attached-not-logged"
    | "audit-entry-changed"
    /** It does not follow the entry with the number before it, or stands where it does not belong. */
    | "audit-chain-broken";
  detail: string;
};

export function fault(code: PackFault["code"], detail: string): PackFault {
  return { code, detail };
}
