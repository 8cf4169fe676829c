import { setImmediate as breathe } from "node:timers/promises";
import { findPosition, type Position } from "#app/audit/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addTo, type CellMap, type Counted } from "./cells.ts";
import { countWorkshops, listAllWorkshopIds, listChangedWorkshopIds } from "./counting.queries.ts";
import { findStoredSeq, listStored, uncounted } from "./stored.queries.ts";

/**
 * Every workshop's figures as of one change, and their sums by programme and month. Whatever changes a figure writes an
 * entry of the audit in the same transaction.
 */
export type Memory = Position & { workshops: Map<Id<"workshop">, Counted>; cells: CellMap };
const memories = new WeakMap<Reader, Promise<Memory>>();

/** Bounds how long one query keeps everybody else waiting. */
export const workshopsAtOnce = 5;

/** The figures as of now: what has changed since the last look is counted anew. */
export async function upToDate(db: Reader): Promise<Memory> {
  // before the look: what changes meanwhile counts for the next one
  const position = await findPosition(db);
  const memory = await memoryOf(db, position);
  if (memory.change === position.change) {
    // what was sealed meanwhile is of sign-ins alone: the next look need not read it
    memory.sealedSeq = Math.max(memory.sealedSeq, position.sealedSeq);
    return memory;
  }
  const changed = await listChangedWorkshopIds(db, memory.sealedSeq);
  if (changed === null && ((await findStoredSeq(db)) ?? uncounted) > memory.sealedSeq) {
    // nobody has looked for long: what the worker has stored meanwhile is nearer
    memories.delete(db);
    return upToDate(db);
  }
  const counted = await countInPortions(db, changed ?? (await listAllWorkshopIds(db)));
  // unless a later look was quicker
  if (memory.change <= position.change)
    Object.assign(replace(memory, changed ?? [...memory.workshops.keys()], counted), position);
  return memory;
}

/** Whoever comes while the first look is under way waits for it. */
function memoryOf(db: Reader, now: Position): Promise<Memory> {
  const known = memories.get(db);
  if (known) return known;
  const first = firstMemory(db, now);
  memories.set(db, first);
  first.catch(() => memories.delete(db));
  return first;
}

/** What is stored, as of then; before anything is, every workshop is counted now. */
async function firstMemory(db: Reader, now: Position): Promise<Memory> {
  const seq = await findStoredSeq(db);
  const counted = seq === null ? await countInPortions(db, await listAllWorkshopIds(db)) : await listStored(db);
  const position = seq === null ? now : { change: -1, sealedSeq: seq };
  return replace({ ...position, workshops: new Map(), cells: new Map() }, [], counted);
}

function replace(memory: Memory, gone: Id<"workshop">[], counted: Counted[]): Memory {
  for (const id of gone) {
    const former = memory.workshops.get(id);
    if (former) addTo(memory.cells, former, -1);
    memory.workshops.delete(id);
  }
  for (const workshop of counted) {
    addTo(memory.cells, workshop, 1);
    memory.workshops.set(workshop.workshopId, workshop);
  }
  return memory;
}

export async function countInPortions(db: Reader, ids: Id<"workshop">[]): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (let from = 0; from < ids.length; from += workshopsAtOnce) {
    counted.push(...(await countWorkshops(db, ids.slice(from, from + workshopsAtOnce))));
    await breathe();
  }
  return counted;
}
