import type { Zone } from "#app/time/zones.ts";

/** While times are typed: what the other country's clocks show then. The rules of zones load when somebody types. */
export function otherClock(output: HTMLElement): void {
  const form = output.closest("form");
  // as our own page has written them
  const { zone, other, texts = "{}" } = output.dataset as { zone: Zone; other: Zone; texts?: string };
  const textOf: Record<string, string> = JSON.parse(texts);
  form?.addEventListener("input", async () => {
    const { otherTime } = await import("./other-time.ts");
    // read now: more may have been typed meanwhile
    const typed = new FormData(form);
    const field = (name: string) => String(typed.get(name) ?? "");
    const time = otherTime(
      {
        ...{ date: field("date"), startsTime: field("startsTime"), endsTime: field("endsTime") },
        endsNextDay: typed.has("endsNextDay"),
      },
      zone,
      other,
    );
    const text = time ? (textOf[`${time.to ? "span" : "start"} ${time.shift}`] ?? "") : "";
    output.textContent = text.replace("{from}", time?.from ?? "").replace("{to}", time?.to ?? "");
  });
}
