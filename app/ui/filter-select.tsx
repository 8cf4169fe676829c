import type { ReactNode } from "react";

type FilterSelectProps = { name: string; label: string; value: string; children: ReactNode };

/** One choice of a filter above a list: a plain form field whose value stands in the address. */
export function FilterSelect({ name, label, value, children }: FilterSelectProps) {
  return (
    <label className="text-sm font-bold text-ink">
      {label}
      <select name={name} defaultValue={value} className="field mt-1 text-base font-normal">
        {children}
      </select>
    </label>
  );
}
