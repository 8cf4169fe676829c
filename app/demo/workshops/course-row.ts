import type { ClockTime } from "#app/time/wall-time.ts";
import type { SessionKind } from "#app/timetable/kinds.ts";
import type { DemoPlace, Title } from "./workshop-content.ts";

/** Who is in a session, by family name. */
export type Staffing = { instructor?: string; interpreter?: string; companion?: string };

/** When, what, where (null on the way), of which module (from 0), with whom, and its title. */
export type CourseRow = [
  when: `${number} ${ClockTime}-${ClockTime}`,
  kind: SessionKind,
  place: DemoPlace | null,
  module: number | null,
  staff: Staffing,
  ...title: Title,
];

export const honda = { instructor: "Honda", interpreter: "Nakagawa" };
export const miyazaki = { instructor: "Miyazaki", interpreter: "Nakagawa" };
export const nishiyama = { instructor: "Nishiyama" };
export const escorted = { interpreter: "Nakagawa", companion: "Nishiyama" };

export const hall = { venue: "mexicoCity", room: "Auditorio" } as const;
export const class1 = { venue: "mexicoCity", room: "Aula 1" } as const;
export const lab = { venue: "mexicoCity", room: "Laboratorio" } as const;
export const border = { venue: "nuevoLaredo", room: "Sala de juntas" } as const;
