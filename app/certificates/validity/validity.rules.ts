import type { Part } from "#app/certificates/document/differences.rules.ts";
import type { Hindrance } from "#app/certificates/rules.ts";
import { mayStayTheSame, type ReplacementReason } from "./reasons.rules.ts";

export type CertificateStatus = "valid" | "replaced" | "revoked";

/** What a replacement would meet. */
export type Replacing = {
  status: CertificateStatus;
  /** Of its holder, were there no certificate. Null for somebody who has no seat any more. */
  hindrances: readonly Hindrance[] | null;
  /** Characters that no document can be printed with. */
  unprintable: readonly string[];
  differences: readonly Part[];
};

type ReplacementProblem = "notValid" | "notEarned" | "unprintable";
export type ReplacementRefusal = ReplacementProblem | "changedMeanwhile" | "nothingDiffers";

/** Why a certificate cannot be replaced, whatever its coordinator writes. Null where it can. */
export function replacementProblem({ status, hindrances, unprintable }: Replacing): ReplacementProblem | null {
  if (status !== "valid") return "notValid";
  if (unprintable.length || hindrances?.includes("glyphsMissing")) return "unprintable";
  return hindrances?.length === 0 ? null : "notEarned";
}

type Asked = {
  reasonClass: ReplacementReason;
  /** Whether it would say what its coordinator has seen. */
  isAsSeen: boolean;
};

/** The same for what was sent: null where the certificate is replaced. */
export function decideReplacement(replacing: Replacing, { reasonClass, isAsSeen }: Asked): ReplacementRefusal | null {
  const problem = replacementProblem(replacing);
  if (problem) return problem;
  if (!isAsSeen) return "changedMeanwhile";
  return replacing.differences.length === 0 && !mayStayTheSame(reasonClass) ? "nothingDiffers" : null;
}
