import type { ReactNode } from "react";
import { useHere } from "#app/ui/frame/here.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { BridgeMark } from "./bridge-mark.tsx";

const looks = {
  good: "border-good bg-good-tint",
  warn: "border-warn bg-warn-tint",
  bad: "border-bad bg-bad-tint",
  key: "border-key bg-key-tint",
};

type NoticeProps = {
  tone?: keyof typeof looks;
  title?: ReactNode;
  /** It stood there before: nothing has happened that should be read aloud by itself. */
  isStanding?: boolean;
  children?: ReactNode;
};

/** What has just happened, or what needs attention. One sentence takes one line, and no more width than it needs. */
export function Notice({ tone = "key", title, isStanding, children }: NoticeProps) {
  // what was done before says nothing of a form that has come back
  if (useHere().returned && tone === "good" && !isStanding) return null;
  const news = tone === "bad" ? "alert" : "status";
  const size = children ? "p-4" : "w-fit max-w-full px-4 py-2";
  return (
    <div
      role={isStanding ? undefined : news}
      className={`mb-6 space-y-1 rounded-lg rounded-s-sm border border-s-8 ${size} ${looks[tone]}`}
    >
      {title ? <p className="font-bold text-ink">{title}</p> : null}
      {children}
    </div>
  );
}

type EmptyProps = {
  title: ReactNode;
  /** The next step, as a button. */
  action?: ReactNode;
  children?: ReactNode;
};

/** Stands where a list would, and says what fills it. */
export function Empty({ title, action, children }: EmptyProps) {
  return (
    <Panel className="border-dashed px-6 py-8 text-center">
      <BridgeMark />
      <p className="font-bold text-ink">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-[65ch] text-hint">{children}</div> : null}
      {action ? <div className="mt-4 print:hidden">{action}</div> : null}
    </Panel>
  );
}
