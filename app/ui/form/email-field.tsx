import type { ComponentProps } from "react";
import { TextField } from "./fields.tsx";

/** An address that somebody signs in with, as it is kept: nothing capitalised or corrected on the way. */
export const EmailField = (
  props: Pick<ComponentProps<typeof TextField>, "label" | "hint" | "autoComplete" | "optional">,
) => <TextField {...props} name="email" type="email" autoCapitalize="none" spellCheck={false} maxLength={254} />;
