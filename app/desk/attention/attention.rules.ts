import { daysBetween, type LocalDate } from "#app/time/wall-time.ts";

/** What a desk asks for, in the order in which what is equally urgent stands. */
export const attentionKinds = [
  "undelivered",
  "unsent",
  "missedStep",
  "sheets",
  "reserve",
  "awaited",
  "substitutes",
  "noSession",
  "noVenue",
  "unreachable",
  "outdated",
  "listAwaiting",
  "untranslated",
  "freeSeats",
  "certifiable",
  "unnamed",
  "doubles",
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

const urgencies = ["now", "soon", "later"] as const;
export type Urgency = (typeof urgencies)[number];

/** Before a workshop begins, its desk looks so many days ahead. */
export const nearDays = 14;

/** From how many days before a workshop begins something is urgent; never where nothing stands. */
type Before = { now?: number; soon?: number };

/**
 * What is missing when a workshop begins can only be put right before. Without a session, a venue or an address nobody
 * comes, so these become urgent while there is still time to tell people; a text or a seat that lacks keeps nobody out.
 */
const before: Partial<Record<AttentionKind, Before>> = {
  noSession: { now: 3, soon: nearDays },
  noVenue: { now: 3, soon: nearDays },
  unreachable: { now: 3, soon: nearDays },
  untranslated: { soon: nearDays },
  freeSeats: { soon: nearDays },
};

/** People wait a week for their certificate before the desk hurries. */
const patientDays = 7;

type Due = { kind: AttentionKind; on: LocalDate | null };

/**
 * How urgent something is. Somebody was not told, marks are being forgotten, a free seat is kept from whoever waits:
 * that costs more with each hour. The others go by the days until their workshop begins, or since it has ended (`on`).
 */
export function urgencyOf({ kind, on }: Due, today: LocalDate): Urgency {
  const { now = Number.NEGATIVE_INFINITY, soon = Number.NEGATIVE_INFINITY } = before[kind] ?? {};
  if (on !== null && kind in before) {
    const left = daysBetween(today, on);
    if (left <= now) return "now";
    return left <= soon ? "soon" : "later";
  }
  if (kind === "certifiable" || kind === "unnamed")
    return on !== null && daysBetween(on, today) >= patientDays ? "soon" : "later";
  if (kind === "doubles") return "later";
  // whoever has some days left may answer by themselves
  if (kind === "listAwaiting" || kind === "awaited" || kind === "substitutes") return "soon";
  // a certificate that says what is not so is in somebody's hands
  return kind === "outdated" ? "soon" : "now";
}

/** The most urgent first; of one kind what is due earlier first. */
export function mostUrgentFirst<Item extends Due & { code: string }>(items: readonly Item[], today: LocalDate) {
  const place = (item: Item) => urgencies.indexOf(urgencyOf(item, today));
  return items
    .map((item) => ({ ...item, urgency: urgencyOf(item, today) }))
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        attentionKinds.indexOf(a.kind) - attentionKinds.indexOf(b.kind) ||
        compare(a.on ?? "", b.on ?? "") ||
        compare(a.code, b.code),
    );
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Which texts a workshop has in a language: 1 for each that is written, and how many of its sessions have a title. */
type WrittenIn = {
  locale: string;
  title: number;
  summary: number;
  venue: number;
  requirements: number;
  titled: number | null;
};

const fields = ["title", "summary", "venue", "requirements"] as const;

/** How many texts lack in each language that are written in another. What nobody has written is not asked for. */
export function missingTexts<Language extends string>(languages: readonly Language[], written: readonly WrittenIn[]) {
  const most = Math.max(0, ...written.map(({ titled }) => titled ?? 0));
  return languages
    .map((language) => {
      const own = written.find(({ locale }) => locale === language);
      const lacking = fields.filter((field) => !own?.[field] && written.some((other) => other[field])).length;
      return { language, count: lacking + most - (own?.titled ?? 0) };
    })
    .filter(({ count }) => count > 0);
}
