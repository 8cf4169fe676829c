import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button.tsx";

type SaveBarProps = Pick<ComponentProps<"div">, "className"> & {
  /** On the button. */
  label: string;
  /** Beside it: what would be saved. */
  children?: ReactNode;
};

/** Saves a form that is longer than the window, and stays in sight. */
export function SaveBar({ label, className = "", children }: SaveBarProps) {
  return (
    <div className={`save-bar ${className}`}>
      <Button look="main">{label}</Button>
      {children}
    </div>
  );
}
