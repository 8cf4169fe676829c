import { useHere } from "#app/ui/frame/here.tsx";

/** What an address says of a list's look, and not of what it holds: it goes on saying so with other filters. */
const looks = ["columns", "sort"];
/** Of `columns`: as many as the list has. */
export const everyColumn = "all";
/** Which page of it. */
export const places = ["page", "before", "after", "all"];

/** What the address at hand says, without some of it; each by its name and value, in their order. */
function useQueryWithout(left: readonly string[]): [name: string, value: string][] {
  const { search } = useHere();
  return [...new URLSearchParams(search)].filter(([name]) => !left.includes(name));
}

/** The filters of the list at hand. */
export const useFilters = () => useQueryWithout([...looks, ...places]);

/** How the list at hand is shown: columns and order. */
export function useLook(): [name: string, value: string][] {
  const { search } = useHere();
  return [...new URLSearchParams(search)].filter(([name]) => looks.includes(name));
}

/** The list at hand from its beginning on, shown in another order. */
export function useSortedHere() {
  const { path } = useHere();
  const kept = useQueryWithout(["sort", ...places]);
  return (sort: string) => `${path}?${new URLSearchParams([...kept, ["sort", sort]])}`;
}

/** An address of the same list with other filters: it is shown as before. */
export function useKeepingLook() {
  const look = useLook();
  return (href: string) => {
    if (!look.length) return href;
    return `${href}${href.includes("?") ? "&" : "?"}${new URLSearchParams(look)}`;
  };
}
