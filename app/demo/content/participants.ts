import { keysOf2017, unconfirmedKey } from "#app/demo/rows/people-rows.ts";
import { mexico2017 } from "#app/demo/workshops/workshop-2017.ts";
import type { WorkshopContent } from "#app/demo/workshops/workshop-content.ts";
import { manzanillo, tokyoWarning, yokohama } from "#app/demo/workshops/workshops-completed.ts";
import { kobe, nuevoLaredo, veracruz } from "#app/demo/workshops/workshops-open.ts";
import { tokyoFlood } from "#app/demo/workshops/workshops-open-japan.ts";
import { manzanilloCancelled, tijuana } from "#app/demo/workshops/workshops-planned.ts";
import { kashiwaImages, mexicoRisk, online } from "#app/demo/workshops/workshops-under-way.ts";
import type { InstitutionCode } from "./institutions.ts";

export type Participants = {
  /** Whose officials ask to take part; drawn at random, but for the guests. */
  senders: InstitutionCode[];
  requests: number;
  /** People by the place of their request in the order, from 0. */
  guests?: Record<string, number>;
  /** Places in the order of those who withdrew later. */
  withdrawn?: number[];
  /** Places in the order of those who missed half of the sessions. */
  absent?: number[];
};

/** A workshop that stands here shows what its comment says; one that does not has nobody yet. */
export const participants = new Map<WorkshopContent, Participants>([
  [mexico2017, { senders: [], requests: 4, guests: Object.fromEntries(keysOf2017.map((key, place) => [key, place])) }],
  // somebody moved up from the reserve; one certificate could not be issued
  [
    manzanillo,
    { senders: ["JP-CUSTOMS", "JCG"], requests: 9, guests: { "official-jp": 1 }, withdrawn: [3], absent: [6] },
  ],
  [tokyoWarning, { senders: ["CENAPRED", "CONAGUA"], requests: 10, guests: { "official-mx": 2 }, absent: [7] }],
  // certificates still to be issued: two below the minimum, one without a confirmed name
  [
    yokohama,
    { senders: ["MX-CUSTOMS"], requests: 10, guests: { "official-mx": 0, [unconfirmedKey]: 4 }, absent: [6, 8] },
  ],
  [mexicoRisk, { senders: ["JP-CUSTOMS", "JCG"], requests: 13, guests: { "official-jp": 3 }, withdrawn: [5] }],
  [kashiwaImages, { senders: ["MX-CUSTOMS"], requests: 12, guests: { "official-mx": 2 } }],
  [online, { senders: ["MX-CUSTOMS", "JP-CUSTOMS"], requests: 11, guests: { "official-mx": 1, "official-jp": 4 } }],
  // one seat left
  [veracruz, { senders: ["JP-CUSTOMS", "JCG"], requests: 9, guests: { "official-jp": 2 } }],
  // full: one moved up, four wait, the demo's official in the second place
  [
    kobe,
    { senders: ["MX-CUSTOMS", "CENAPRED", "CONAGUA"], requests: 13, guests: { "official-mx": 10 }, withdrawn: [2] },
  ],
  // full: of those who wait one is withdrawn and one is put first, with the demo's official in the second place
  [nuevoLaredo, { senders: ["JP-CUSTOMS"], requests: 12, guests: { "official-jp": 9 } }],
  [tokyoFlood, { senders: ["CONAGUA", "CENAPRED"], requests: 7, guests: { "official-mx": 3 }, withdrawn: [3] }],
  [tijuana, { senders: ["JP-CUSTOMS", "JCG"], requests: 4 }],
  [manzanilloCancelled, { senders: ["MLIT", "JMA", "JCG"], requests: 5 }],
]);
