/** Why a certificate is replaced, in the order in which a form offers it. */
export const replacementReasons = [
  "nameCorrected",
  "institutionCorrected",
  "workshopCorrected",
  "signatoryCorrected",
  "documentFlawed",
  "other",
] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** Why a certificate is revoked. */
export const revocationReasons = [
  "issuedByMistake",
  "attendanceCorrected",
  "wrongPerson",
  "irregularity",
  "holderAsked",
  "other",
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** What a certificate can be, once it is no longer valid, and why. */
export type Ending =
  | { status: "replaced"; reasonClass: ReplacementReason }
  | { status: "revoked"; reasonClass: RevocationReason };

export type ReasonClass = Ending["reasonClass"];

export type PublicReason = Exclude<ReasonClass, "irregularity" | "other"> | "decision";

/**
 * What anybody may read of the class. Only the desk and the holder read the words beside it, and a class that could
 * accuse somebody: everybody else reads that it was decided.
 */
export const publicReason = (reasonClass: ReasonClass): PublicReason =>
  reasonClass === "irregularity" || reasonClass === "other" ? "decision" : reasonClass;

/** Replaced for its document alone, a certificate may say what it said before. */
export const mayStayTheSame = (reasonClass: ReplacementReason): boolean =>
  reasonClass === "documentFlawed" || reasonClass === "other";
