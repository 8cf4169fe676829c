import fc from "fast-check";
import { expect, test } from "vitest";
import { keyPage, type ListPlace, totalUpTo } from "#app/tables/key-paging.ts";
import { asId } from "#db/id.ts";

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `row${index}` }));

/** What a database finds from a place of a list on: in the opposite order where it goes back. */
function found<Row extends { id: string }>(list: Row[], size: number, place: ListPlace<"person">): Row[] {
  if (!place) return list.slice(0, size + 1);
  const index = list.findIndex(({ id }) => id === place.id);
  return place.side === "after"
    ? list.slice(index + 1, index + size + 2)
    : list
        .slice(0, index)
        .toReversed()
        .slice(0, size + 1);
}

test("pages forth hold each row once, in order, and the same pages lead back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 7 }), (count, size) => {
      const list = rowsOf(count);
      const look = (place: ListPlace<"person">) => keyPage(found(list, size, place), size, place);
      const pages = [look(null)];
      for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
        pages.push(look({ side: "after", id: asId(next) }));
      expect(pages.flatMap(({ rows }) => rows)).toEqual(list);
      expect(pages[0]?.previous).toBeNull();
      for (let index = pages.length - 1; index > 0; index--) {
        const back = look({ side: "before", id: asId(pages[index]?.previous ?? "") });
        expect(back.rows).toEqual(pages[index - 1]?.rows);
        expect(back.next).toBe(pages[index - 1]?.next);
        expect(back.previous === null).toBe(index === 1);
      }
    }),
  );
});

test("what is counted up to a limit says where there is more", () => {
  expect([totalUpTo(3, 10), totalUpTo(10, 10), totalUpTo(11, 10)]).toEqual([
    { count: 3, isMore: false },
    { count: 10, isMore: false },
    { count: 10, isMore: true },
  ]);
});
