export const states = ["draft", "published", "open", "closed", "running", "completed", "cancelled"] as const;
export type WorkshopState = (typeof states)[number];

/** Where a workshop may go from each state. Completion is the attendance room's: it settles who has completed. */
const ways: Record<WorkshopState, readonly WorkshopState[]> = {
  draft: ["published", "cancelled"],
  published: ["open", "draft", "cancelled"],
  open: ["closed", "cancelled"],
  closed: ["running", "open", "cancelled"],
  running: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
};

type Standing = { state: WorkshopState; seatsTaken: number; reserveCount: number };

/** Where a workshop may go now. What people have a place in does not become a draft again. */
export const nextStates = ({ state, seatsTaken, reserveCount }: Standing) =>
  ways[state].filter((to) => to !== "draft" || seatsTaken + reserveCount === 0);

export const mayBecome = (workshop: Standing, to: WorkshopState) => nextStates(workshop).includes(to);

export type PublicationProblem = "noTitle" | "noVenue" | "noSession";

/** What still has to be there before anyone outside may see a workshop. */
export function publicationProblems({
  titles,
  venues,
  sessions,
}: {
  titles: string[];
  venues: string[];
  sessions: number;
}): PublicationProblem[] {
  const problems: PublicationProblem[] = [];
  if (!titles.some(Boolean)) problems.push("noTitle");
  if (!venues.some(Boolean)) problems.push("noVenue");
  if (sessions === 0) problems.push("noSession");
  return problems;
}

/** How many of the texts that a workshop and its sessions can have are written, in one language. */
export function completeness(texts: (string | undefined)[]): { written: number; of: number } {
  return { written: texts.filter((text) => text?.trim()).length, of: texts.length };
}

export type SeatView = "free" | "few" | "full" | "none";

/** How seats read in a list: few when at most one in five, or a single one, is left. */
export function seatView(
  state: WorkshopState,
  { capacity, seatsTaken, reserveCount }: { capacity: number; seatsTaken: number; reserveCount: number },
): SeatView {
  if (state !== "open") return "none";
  const free = capacity - seatsTaken - reserveCount;
  if (free <= 0) return "full";
  return free === 1 || free / capacity <= 0.2 ? "few" : "free";
}
