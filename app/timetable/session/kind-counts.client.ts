import { countsByKind, type SessionKind } from "#app/timetable/kinds.ts";

/** Whether a session counts follows its kind, as long as nobody has said otherwise for the kind that is left. */
export function kindCounts(part: HTMLElement): void {
  const form = part.closest("form");
  const kind = form?.elements.namedItem("kind");
  const box = form?.querySelector<HTMLInputElement>("input[name=isCounted]");
  if (!(kind instanceof HTMLSelectElement) || !box) return;
  let former = kind.value as SessionKind;
  kind.addEventListener("change", () => {
    const next = kind.value as SessionKind;
    if (box.checked === countsByKind[former]) box.checked = countsByKind[next];
    former = next;
  });
}
