import type { Instant } from "#app/time/instant.ts";
import type { SaveStateName } from "#app/timetable/editor/editor-texts.ts";
import {
  factsFrom,
  type PlanConflict,
  type PlannedFacts,
  type SentChange,
  sentChange,
} from "#app/timetable/plan/acts.rules.ts";
import { partOf } from "#app/timetable/plan/facts.rules.ts";
import type { PlanChange } from "./history.rules.ts";
import { newSessionId } from "./new-session-id.ts";

type SentAct = { key: string; changes: SentChange[] };
type Saved = { sessions: PlannedFacts[]; isAll: boolean; version: Instant };
type Answer =
  | { status: "saved"; saved: Saved }
  | { status: "conflict"; conflicts: PlanConflict<PlannedFacts>[]; by: string[] }
  | { status: "misfit"; texts: string[] }
  | { status: "offline" | "failed" | "signedOut" | "refused" };

type QueueAsks = {
  changed(state: SaveStateName, count: number): void;
  /** Both versions side by side: which stays. */
  conflict(
    conflicts: readonly PlanConflict<PlannedFacts>[],
    act: SentAct,
    by: readonly string[],
  ): Promise<"mine" | "theirs">;
  /** What the plan has no room for was taken back. */
  misfit(texts: readonly string[]): Promise<void>;
  signedOut(): void;
  current(id: string): PlannedFacts | undefined;
  adopt(id: string, session: PlannedFacts | null): void;
  /** All sessions of the workshop, where others have changed some. */
  adoptAll(sessions: readonly PlannedFacts[], pending: ReadonlySet<string>): void;
};

type Where = { url: string; account: string; version: Instant };

/**
 * Sends acts one after another, each with a key of its own: one that is sent again does nothing twice. What is not
 * saved is kept in the tab, and goes out again after a reload, once the network is back, or after signing in again.
 */
export function createQueue({ url, account, version }: Where, asks: QueueAsks) {
  const kept = `timetable ${account} ${url}`;
  const acts: SentAct[] = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
  let seen = version;
  let isRunning = false;
  let tries = 0;
  let timer = 0;
  let isLeaving = false;

  const tell = (state: SaveStateName) => {
    if (acts.length > 0) sessionStorage.setItem(kept, JSON.stringify(acts));
    else sessionStorage.removeItem(kept);
    asks.changed(state, acts.length);
  };
  const pending = () => new Set(acts.flatMap(({ changes }) => changes.map(({ id }) => id)));

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    clearTimeout(timer);
    for (let act = acts[0]; act; act = acts[0]) {
      tell("saving");
      const answer = await send(act);
      if (answer.status === "signedOut") {
        isLeaving = true;
        tell("waiting");
        return asks.signedOut();
      }
      if (answer.status === "offline" || answer.status === "failed") {
        isRunning = false;
        timer = window.setTimeout(run, Math.min(30_000, 1_000 * 2 ** tries++));
        return tell(answer.status === "offline" ? "waiting" : "failed");
      }
      tries = 0;
      await settle(act, answer);
    }
    isRunning = false;
    tell("saved");
  }

  async function send({ key, changes }: SentAct): Promise<Answer> {
    try {
      const headers = { "Content-Type": "application/json", "Idempotency-Key": `"${key}"` };
      const body = JSON.stringify({ seen, changes });
      const response = await fetch(url, { method: "POST", headers, body });
      if (response.status === 401) return { status: "signedOut" };
      if (response.status >= 500 || response.status === 429) return { status: "failed" };
      const told = await response.json();
      if (response.ok) return { status: "saved", saved: told };
      if (response.status === 409 && told.conflicts) return { status: "conflict", ...told };
      const texts = (told.misfits ?? []).map(({ text }: { text: string }) => text);
      return texts.length > 0 ? { status: "misfit", texts } : { status: "refused" };
    } catch {
      return { status: "offline" };
    }
  }

  async function settle(act: SentAct, answer: Answer): Promise<void> {
    if (answer.status === "conflict") {
      tell("held");
      const choice = await asks.conflict(answer.conflicts, act, answer.by);
      const next = choice === "mine" ? insisting(act, answer.conflicts) : yielding(act, answer.conflicts);
      if (choice === "theirs") for (const { id, theirs } of answer.conflicts) asks.adopt(id, theirs);
      if (next.changes.length > 0) acts[0] = next;
      else acts.shift();
      return;
    }
    acts.shift();
    if (answer.status === "saved") {
      seen = answer.saved.version;
      const waiting = pending();
      if (answer.saved.isAll) asks.adoptAll(answer.saved.sessions, waiting);
      else for (const session of answer.saved.sessions) if (!waiting.has(session.id)) asks.adopt(session.id, session);
      return;
    }
    takeBack(act);
    tell("held");
    await asks.misfit(answer.status === "misfit" ? answer.texts : []);
    // what could not be deleted is read anew
    if (act.changes.some((change) => "remove" in change)) location.reload();
  }

  function takeBack({ changes }: SentAct): void {
    for (const change of changes) {
      const now = asks.current(change.id);
      if ("add" in change) asks.adopt(change.id, null);
      else if ("set" in change && now) asks.adopt(change.id, { ...now, ...factsFrom(change.was, now) });
    }
  }

  /** My change stands on what is saved now. */
  function insisting(act: SentAct, conflicts: readonly PlanConflict<PlannedFacts>[]): SentAct {
    const changes = act.changes.flatMap((change): SentChange[] => {
      const conflict = conflicts.find(({ id }) => id === change.id);
      if (!conflict || !("was" in change)) return [change];
      const mine = asks.current(change.id);
      if (!conflict.theirs)
        return mine ? ([sentChange(null, { ...mine, number: null })].filter(Boolean) as SentChange[]) : [];
      const theirs = conflict.theirs;
      const was = Object.fromEntries(Object.keys(change.was).map((part) => [part, partOf(theirs, part as never)]));
      return [{ ...change, was }];
    });
    return { key: newSessionId(), changes };
  }

  /** What only I have changed stays mine. */
  function yielding(act: SentAct, conflicts: readonly PlanConflict<PlannedFacts>[]): SentAct {
    const changes = act.changes.flatMap((change): SentChange[] => {
      const conflict = conflicts.find(({ id }) => id === change.id);
      if (!conflict) return [change];
      if (!("set" in change) || !conflict.theirs) return [];
      const isMine = ([part]: [string, unknown]) => !conflict.parts.some((one) => one === part);
      const [was, set] = [change.was, change.set].map((parts) =>
        Object.fromEntries(Object.entries(parts).filter(isMine)),
      );
      return Object.keys(set ?? {}).length > 0 ? [{ id: change.id, was: was ?? {}, set: set ?? {} }] : [];
    });
    return { key: newSessionId(), changes };
  }

  addEventListener("online", () => void run());
  addEventListener("beforeunload", (event) => {
    if (acts.length > 0 && !isLeaving) event.preventDefault();
  });
  return {
    run,
    pending,
    waiting: (): readonly SentAct[] => acts,
    add(changes: readonly PlanChange[]) {
      const sent = changes.flatMap(({ before, after }) => sentChange(before, after) ?? []);
      if (sent.length === 0) return;
      acts.push({ key: newSessionId(), changes: sent });
      void run();
    },
  };
}
