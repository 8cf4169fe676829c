import type { ComponentProps } from "react";
import { FormKey } from "./form-key.tsx";

type PressFormProps = Omit<ComponentProps<"form">, "method"> & {
  /** What it sends. */
  fields?: Record<string, string>;
};

/** A form without a field to fill in, around the button that sends it. */
export function PressForm({ fields = {}, children, ...form }: PressFormProps) {
  return (
    <form method="post" {...form}>
      <FormKey of="press" />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
