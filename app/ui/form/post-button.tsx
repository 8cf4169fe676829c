import type { ComponentProps } from "react";
import { Button, type ButtonLooks } from "./button.tsx";
import { PressForm } from "./press-form.tsx";

type PostButtonProps = ButtonLooks &
  ComponentProps<"button"> & {
    /** Where it posts to; this page's own address by default. */
    action?: string;
    /** What it sends. */
    fields?: Record<string, string>;
  };

/** One press that changes something: a form of its own, without a field to fill in. */
export const PostButton = ({ action, fields, ...button }: PostButtonProps) => (
  <PressForm action={action} fields={fields}>
    <Button {...button} />
  </PressForm>
);
