import { expect, test } from "vitest";
import { events } from "#app/outbox/events.ts";
import { isInLane, type Lane, lanes } from "#app/outbox/rules.ts";
import { newSleepers } from "#app/outbox/sleepers.ts";

const [letters, documents, rest] = lanes as [Lane, Lane, Lane];

/** Workers who write down that they woke. */
function bedroom() {
  const stop = new AbortController();
  const sleepers = newSleepers(stop.signal);
  const woken: string[] = [];
  const goToSleep = (name: string, lane: Lane) => sleepers.sleep(lane).then(() => void woken.push(name));
  return { stop, sleepers, woken, goToSleep };
}

/** Whoever was woken has had a turn by then. */
const aMoment = () => new Promise(setImmediate);

test("every reaction that is declared belongs to one lane", () => {
  for (const { reactions } of Object.values(events))
    for (const reaction of reactions)
      expect([reaction, lanes.filter((lane) => isInLane(lane, reaction))]).toHaveProperty("1.length", 1);
  expect([isInLane(letters, "letter"), isInLane(rest, "letter"), isInLane(rest, "moveUp")]).toEqual([
    true,
    false,
    true,
  ]);
});

test("whoever sleeps in a lane is woken with it, and nobody else", async () => {
  const { sleepers, woken, goToSleep } = bedroom();
  for (const name of ["ana", "haruka"]) void goToSleep(name, letters);
  void goToSleep("taro", documents);
  expect(sleepers.lanes()).toEqual([letters, documents]);
  sleepers.wake(letters);
  sleepers.wake(rest);
  await aMoment();
  expect(woken).toEqual(["ana", "haruka"]);
  expect(sleepers.lanes()).toEqual([documents]);
});

test("where work ends everybody wakes, and nobody falls asleep any more", async () => {
  const { stop, sleepers, woken, goToSleep } = bedroom();
  void goToSleep("ana", letters);
  void goToSleep("taro", documents);
  stop.abort();
  await aMoment();
  expect(woken).toEqual(["ana", "taro"]);
  await goToSleep("haruka", rest);
  expect(sleepers.lanes()).toEqual([]);
});
