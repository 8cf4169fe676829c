import type { ReactNode } from "react";
import { Panel } from "./panel.tsx";

type CardProps = {
  /** Short and unmistakable, above the title. */
  code: string;
  badge: ReactNode;
  title: ReactNode;
  /** One below the heading that the list stands under. */
  heading?: "h2" | "h3";
  children: ReactNode;
};

/** One item of a list that is read rather than compared. */
export function Card({ code, badge, title, heading: Heading = "h3", children }: CardProps) {
  return (
    <Panel as="li" pad="card">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="text-sm text-hint figures">{code}</span>
        {badge}
      </div>
      <Heading className="mb-2 text-xl">{title}</Heading>
      {children}
    </Panel>
  );
}
