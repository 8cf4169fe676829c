import type { WorkshopContent } from "#app/demo/workshops/workshop-content.ts";
import { nuevoLaredo } from "#app/demo/workshops/workshops-open.ts";
import { online } from "#app/demo/workshops/workshops-under-way.ts";
import type { Change } from "#app/enrolment/behalf/behalf.rules.ts";
import type { ChosenField, Side } from "#app/people/merge/merge.rules.ts";

type Words = {
  /** So many hours before now. */
  hours: number;
  reason: string;
  note: string | null;
};

/** What the demo's coordinator has done for participants: `place` is that of their request in the order, from 0. */
export type DemoAct = Words & { workshop: WorkshopContent; place: number; change: Change };

/** One after another: who waits moves up, and who is overtaken is told in their history. */
export const demoActs: DemoAct[] = [
  {
    ...{ workshop: nuevoLaredo, place: 4, change: "unseated", hours: 20 },
    reason: "Su aduana confirmó que no podrá viajar antes del segundo día; prefiere esperar otro lugar.",
    note: "Conforme a lo que acordamos por teléfono, queda en la lista de espera. Le avisaremos si se libera un lugar.",
  },
  {
    ...{ workshop: nuevoLaredo, place: 10, change: "overtaken", hours: 18 },
    reason: "La agencia lo designó para sustituir a quien imparte el mismo tema en Nagoya.",
    note: null,
  },
  {
    ...{ workshop: nuevoLaredo, place: 11, change: "withdrawn", hours: 16 },
    reason: "Cambió de adscripción; su oficina lo comunicó por oficio.",
    note: "Agradecemos su interés. Puede inscribirse en la siguiente edición.",
  },
];

/** Whom the coordinator has added: somebody of a programme's list, by their address there. */
export type DemoAdding = Words & { workshop: WorkshopContent; email: string };

export const demoAddings: DemoAdding[] = [
  // it is the demo's official once more, who is in that workshop already
  {
    ...{ workshop: online, email: "haruka@kanshi.example", hours: 6 },
    reason: "Figura en la lista que envió su dirección.",
    note: null,
  },
];

/** Two records that the coordinator has made one: those of a programme's list with these addresses. */
export type DemoMerge = { kept: string; gone: string; facts: Partial<Record<ChosenField, Side>>; hours: number };

export const demoMerges: DemoMerge[] = [
  { kept: "tellez@anam.example", gone: "rtellez@anam.example", facts: { sex: "gone" }, hours: 5 },
];
