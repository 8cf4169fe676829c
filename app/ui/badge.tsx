import type { ReactNode } from "react";

/** A status is shape and word and colour, never colour alone. */
const looks = {
  good: { shape: "●", style: "border-good text-good bg-good-tint" },
  warn: { shape: "▲", style: "border-warn text-warn bg-warn-tint" },
  bad: { shape: "■", style: "border-bad text-bad bg-bad-tint" },
  key: { shape: "◆", style: "border-key text-key bg-key-tint" },
  quiet: { shape: "○", style: "border-edge text-hint bg-sunken" },
};
export type Tone = keyof typeof looks;

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { shape, style } = looks[tone];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border px-2.5 py-0.5 text-sm font-bold ${style}`}>
      <span aria-hidden="true" className="text-[0.7em]">
        {shape}
      </span>
      {children}
    </span>
  );
}
