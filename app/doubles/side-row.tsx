import type { ReactNode } from "react";
import { type Side, type Sides, sides } from "#app/people/merge/merge.rules.ts";

type RowProps = {
  /** The field that says which side stays. */
  name: string;
  label: string;
  values: Sides<ReactNode>;
  /** The side that is chosen; null where there is nothing to choose. */
  chosen: Side | null;
  /** Sides that may stay; both, where nothing else is said. */
  open?: readonly Side[];
  /** What follows from the choice. */
  hint?: string;
};

/** What each of two has, side by side, and which of them stays. */
export function SideRow({ name, label, values, chosen, open = sides, hint }: RowProps) {
  const hintId = hint ? `${name}-hint` : undefined;
  return (
    <tr className="border-b border-hairline align-top last:border-0 max-sm:grid max-sm:grid-cols-2">
      <th
        scope="row"
        className="p-3 text-start text-sm leading-[1.6rem] font-normal text-hint max-sm:col-span-2 max-sm:pb-0 sm:w-64"
      >
        {label}
        {hint ? (
          <span id={hintId} className="mt-1 block max-w-[48ch]">
            {" "}
            {hint}
          </span>
        ) : null}
      </th>
      {sides.map((side) => (
        <td key={side} className={chosen ? "px-3 py-1" : "p-3"}>
          {chosen ? (
            <label className="flex min-h-11 cursor-pointer items-start gap-2 py-2">
              <input
                type="radio"
                name={name}
                value={side}
                defaultChecked={chosen === side}
                disabled={!open.includes(side)}
                aria-describedby={hintId}
                className="mt-[3px] size-5 shrink-0 accent-key"
              />
              <span className="min-w-0">
                <span className="sr-only">{label}: </span>
                {values[side]}
              </span>
            </label>
          ) : (
            values[side]
          )}
        </td>
      ))}
    </tr>
  );
}
