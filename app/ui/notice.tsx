import type { ReactNode } from "react";
import { Panel } from "#app/ui/frame/panel.tsx";

const looks = {
  good: "border-good bg-good-tint",
  warn: "border-warn bg-warn-tint",
  bad: "border-bad bg-bad-tint",
  key: "border-key bg-key-tint",
};

/** What has just happened, or what needs attention. */
export function Notice({
  tone = "key",
  title,
  children,
}: {
  tone?: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={`mb-6 space-y-1 rounded-xl rounded-s-sm border-s-8 border p-4 ${looks[tone]}`}
    >
      {title ? <p className="font-bold text-ink">{title}</p> : null}
      {children}
    </div>
  );
}

/** Stands where a list would, and says what fills it. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <Panel className="border-dashed p-8 text-center">
      <p className="mb-1 font-bold text-ink">{title}</p>
      <div className="text-hint">{children}</div>
    </Panel>
  );
}
