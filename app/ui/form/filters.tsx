import type { ReactNode } from "react";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Button, type ButtonLook } from "./button.tsx";

type FiltersProps = {
  /** On the button. */
  submit: string;
  look?: ButtonLook;
  /** What else the address says, and goes on saying. */
  kept?: Record<string, string>;
  /** How the fields stand side by side. */
  className: string;
  children: ReactNode;
};

/** The search above a list: a plain form, so that what was sought stands in the address. */
export function Filters({ submit, look = "main", kept = {}, className, children }: FiltersProps) {
  return (
    <Panel as="form" pad="narrow" className={`grid gap-4 print:hidden ${className}`}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button look={look}>{submit}</Button>
    </Panel>
  );
}

const labelClass = "text-sm font-bold text-ink";
const fieldClass = "field mt-1 text-base font-normal";

type FilterTextProps = { name: string; label: string; value: string };

/** Words to look for. */
export function FilterText({ name, label, value }: FilterTextProps) {
  return (
    <label className={labelClass}>
      {label}
      <input type="search" name={name} defaultValue={value} maxLength={100} className={fieldClass} />
    </label>
  );
}

type FilterSelectProps = FilterTextProps & { children: ReactNode };

/** One choice; `children` are its options. */
export function FilterSelect({ name, label, value, children }: FilterSelectProps) {
  return (
    <label className={labelClass}>
      {label}
      <select name={name} defaultValue={value} className={fieldClass}>
        {children}
      </select>
    </label>
  );
}
