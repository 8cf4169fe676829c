import type { ComponentProps } from "react";
import { TextField } from "./fields.tsx";

type EmailFieldProps = Pick<
  ComponentProps<typeof TextField>,
  "label" | "hint" | "autoComplete" | "optional" | "unmarked"
> & { name?: string };

/** An address of mail, such as somebody signs in with, as it is kept: nothing capitalised or corrected on the way. */
export const EmailField = ({ name = "email", ...props }: EmailFieldProps) => (
  <TextField {...props} name={name} type="email" autoCapitalize="none" spellCheck={false} maxLength={254} />
);
