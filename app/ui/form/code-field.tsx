import type { ComponentProps } from "react";
import { TextField } from "./fields.tsx";

/** The short name of an institution or a programme, in capitals: nothing filled in or corrected on the way. */
export const CodeField = (props: Pick<ComponentProps<typeof TextField>, "label" | "hint">) => (
  <TextField
    {...props}
    name="code"
    width="max-w-60"
    maxLength={20}
    autoComplete="off"
    autoCapitalize="characters"
    spellCheck={false}
  />
);
