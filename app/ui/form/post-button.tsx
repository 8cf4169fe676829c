import type { ComponentProps } from "react";
import { Button, type ButtonLooks } from "./button.tsx";

type PostButtonProps = ButtonLooks &
  ComponentProps<"button"> & {
    /** Where it posts to; this page's own address by default. */
    action?: string;
    /** What it sends. */
    fields?: Record<string, string>;
  };

/** One press that changes something: a form of its own, without a field to fill in. */
export function PostButton({ action, fields = {}, ...button }: PostButtonProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...button} />
    </form>
  );
}
