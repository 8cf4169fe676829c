import type { ReactNode } from "react";
import { Hint } from "#app/ui/hint.tsx";
import { Need } from "./fields.tsx";

type Props = {
  /** Where an index of the form leads to. */
  id?: string;
  legend: ReactNode;
  hint?: ReactNode;
  /** Where it holds for the group as a whole, so that its fields need not repeat it. */
  need?: "required" | "optional";
  children: ReactNode;
};

/** One part of a long form. */
export function FieldGroup({ id, legend, hint, need, children }: Props) {
  return (
    <fieldset id={id} className="panel field-group">
      <legend>
        {legend} {need ? <Need optional={need === "optional"} /> : null}
      </legend>
      {hint ? <Hint>{hint}</Hint> : null}
      {children}
    </fieldset>
  );
}
