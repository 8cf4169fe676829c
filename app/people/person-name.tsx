import { SecondLine } from "#app/ui/hint.tsx";
import type { ShownName } from "./names.ts";

/** A name with its second form beneath, each in its own language. */
export function PersonName({ value }: { value: ShownName }) {
  return (
    <span className="block">
      <span className="block font-bold text-ink" lang={value.isJapanese ? "ja" : undefined}>
        {value.name}
      </span>
      {value.second ? <SecondLine>{value.second}</SecondLine> : null}
    </span>
  );
}
