import type { WorkshopContent } from "#app/demo/workshops/workshop-content.ts";
import { tokyoWarning } from "#app/demo/workshops/workshops-completed.ts";

type Because = {
  /** Whose certificate, by the place of their request. */
  place: number;
  /** So many days after it was issued. */
  days: number;
  reason: string;
};

/** What became of certificates of the demo, with words that their coordinator might write. */
export type DemoEnding = Because &
  (
    | { status: "revoked"; reasonClass: "issuedByMistake" }
    | {
        status: "replaced";
        reasonClass: "nameCorrected";
        /** As the holder had confirmed it, until the day before. */
        formerName: { certificateName: string; certificateSecondName: string };
      }
  );

/** A workshop that stands here shows both. */
export const endings = new Map<WorkshopContent, DemoEnding[]>([
  [
    tokyoWarning,
    [
      {
        ...{ place: 2, days: 4, status: "replaced", reasonClass: "nameCorrected" },
        reason: "Faltaba el acento en el primer apellido.",
        formerName: { certificateName: "Mariana Nuñez Ortega", certificateSecondName: "マリアナ・ヌニェス・オルテガ" },
      },
      {
        ...{ place: 0, days: 6, status: "revoked", reasonClass: "issuedByMistake" },
        reason: "Participó en calidad de observación; no le correspondía una constancia.",
      },
    ],
  ],
]);
