import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { KeptLook } from "#app/ui/display/kept-look.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Button, type ButtonLook } from "./button.tsx";

type FiltersProps = {
  /** On the button. */
  submit: string;
  look?: ButtonLook;
  /** What else the address says, and goes on saying. */
  kept?: Record<string, string>;
  /** Words to look for: a field that is never folded away. */
  search?: ReactNode;
  /** How many of the choices narrow the list now. */
  chosen?: number;
  className?: string;
  /** The choices. On a phone they are folded into one line. */
  children?: ReactNode;
};

/** The search above a list: a plain form, so that what was sought stands in the address. */
export function Filters({
  submit,
  look = "main",
  kept = {},
  search,
  chosen = 0,
  className = "",
  children,
}: FiltersProps) {
  const { t } = useTranslation();
  return (
    <search className={`block print:hidden ${className}`}>
      <Panel as="form" pad="narrow" className="filters">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <KeptLook />
        {search}
        {children ? (
          <details className="filters-choices">
            <summary>{chosen > 0 ? t("filters.chosen", { chosen }) : t("filters.title")}</summary>
            <div className="filters-fields">{children}</div>
          </details>
        ) : null}
        <Button look={look}>{submit}</Button>
      </Panel>
    </search>
  );
}

const labelClass = "text-sm font-bold text-ink";
const fieldClass = "field mt-1 text-base font-normal";

type FilterTextProps = { name: string; label: string; value: string; type?: "search" | "date" };

/** Words to look for. */
export function FilterText({ name, label, value, type = "search" }: FilterTextProps) {
  return (
    <label className={`filters-text ${labelClass}`}>
      {label}
      <input type={type} name={name} defaultValue={value} maxLength={100} className={fieldClass} />
    </label>
  );
}

type FilterSelectProps = Omit<FilterTextProps, "type"> & { children: ReactNode };

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
