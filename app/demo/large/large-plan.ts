import { daysBefore, type PlannedWorkshop, workingDays } from "#app/demo/rows/calendar.ts";
import type { SessionContent, WorkshopContent, WorkshopText } from "#app/demo/workshops/workshop-content.ts";
import { manzanillo, tokyoWarning, yokohama } from "#app/demo/workshops/workshops-completed.ts";
import { kobe, nuevoLaredo, veracruz } from "#app/demo/workshops/workshops-open.ts";
import { tokyoFlood } from "#app/demo/workshops/workshops-open-japan.ts";
import { tijuana, tokyoMutual } from "#app/demo/workshops/workshops-planned.ts";
import { kashiwaImages, mexicoRisk } from "#app/demo/workshops/workshops-under-way.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

export type LargeWorkshop = {
  planned: PlannedWorkshop;
  code: string;
  requests: number;
  withdrawn: number[];
  absent: number[];
};

const contents = [
  manzanillo,
  tokyoWarning,
  veracruz,
  yokohama,
  mexicoRisk,
  kobe,
  nuevoLaredo,
  tokyoFlood,
  tijuana,
  kashiwaImages,
  tokyoMutual,
];

/** The first ten of each fifty; the other forty are completed. */
const firstTen = [
  "running",
  "open",
  "closed",
  "published",
  "draft",
  "cancelled",
  "open",
  "open",
  "closed",
  "open",
] as const;

/** Where more people ask than can come, by a quarter: two withdraw, two move up, the others wait. */
const crowded = (seats: number) => ({ requests: Math.floor(seats * 1.25), withdrawn: [4, 17], absent: [] });
const full = (seats: number) => ({ requests: seats, withdrawn: [], absent: [3, 11] });
const none = { requests: 0, withdrawn: [], absent: [] };

/** Each fifty workshops of forty seats have 2,000 enrolments, and 20,000 marks once their attendance is taken. */
export function planLarge(at: Instant, { count, seats }: { count: number; seats: number }): LargeWorkshop[] {
  return Array.from({ length: count }, (_, index) => {
    const state: WorkshopState = firstTen[index % 50] ?? "completed";
    const content = contents[index % contents.length] as WorkshopContent;
    const sessions = sessionsFor(content, state === "completed" && index % 20 < 7 ? 13 : 12);
    const days = daysOf(localDate(at, content.zone), state, index / count);
    const code = `MJ-${days[0]?.slice(0, 4)}-${String(index + 1).padStart(4, "0")}`;
    const edition = Math.floor(index / contents.length) + 1;
    const planned = {
      content: { ...content, capacity: seats, sessions, texts: textsOf(content, edition) },
      state,
      days,
    };
    return {
      planned,
      code,
      ...(state === "completed" ? full(seats) : state === "draft" || state === "published" ? none : crowded(seats)),
    };
  });
}

/** Two a day: seven days hold as many as there are. The running ones have three days behind them, and none today. */
function daysOf(today: LocalDate, state: WorkshopState, share: number): LocalDate[] {
  if (state === "running") return [...daysBefore(today, 3), ...workingDays(plusLocalDays(today, 1), 3)];
  const distance = state === "completed" ? -20 - Math.floor((1 - share) * 1500) : 7 + Math.floor(share * 330);
  return workingDays(plusLocalDays(today, distance), 7);
}

function sessionsFor(content: WorkshopContent, count: number): SessionContent[] {
  const counted = content.sessions.filter(([, kind]) => kind !== "ceremony");
  return Array.from({ length: count }, (_, index) => {
    const [, ...rest] = counted[index % counted.length] as SessionContent;
    return [`${Math.floor(index / 2)} ${index % 2 ? "13:30-16:00" : "09:00-11:30"}`, ...rest];
  });
}

function textsOf({ texts: { es, ja, en } }: WorkshopContent, edition: number): WorkshopContent["texts"] {
  const named = (text: Partial<WorkshopText> | undefined, title: string) => ({ ...text, title });
  return {
    es: named(es, `${es?.title}, edición ${edition}`),
    ja: named(ja, `${ja?.title}（第${edition}回）`),
    en: named(en, `${en?.title}, edition ${edition}`),
  };
}
