import { dateOf, plusLocalDays, timeOf } from "#app/time/wall-time.ts";
import { comesTwice } from "#app/time/zoned-time.ts";
import { partText } from "#app/timetable/editor/board/describe.ts";
import { element } from "#app/timetable/editor/board/scales.ts";
import type { Editor } from "#app/timetable/editor/editor.ts";
import { retimed, wallAt } from "#app/timetable/editor/moving/moves.rules.ts";
import { fillBraces } from "#app/timetable/grid/words/grid-words.ts";
import { countsByKind } from "#app/timetable/kinds.ts";
import { latestNight } from "#app/timetable/paste/rows.rules.ts";
import { typedMinutes } from "#app/timetable/paste/typed-time.rules.ts";
import type { PlanConflict, PlannedFacts, SentChange } from "#app/timetable/plan/acts.rules.ts";
import { factsFrom } from "#app/timetable/plan/acts.rules.ts";
import type { RepeatedHours } from "#app/timetable/rules.ts";

/** Shows one of the page's own dialogs. @returns the button that closed it; "cancel" for Escape */
function ask(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = "cancel";
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue || "cancel"), { once: true }),
  );
}

export function createDialogs(editor: Editor) {
  const dialog = (name: string) => editor.part<HTMLDialogElement>(`dialog-${name}`);
  const partIn = (within: HTMLElement, name: string) => within.querySelector(`[data-part=${name}]`) as HTMLElement;
  return {
    keys: () => ask(dialog("keys")),

    /** Which of two hours is meant, where clocks show one twice. @returns null where nobody says */
    async hours(session: PlannedFacts, name: string): Promise<RepeatedHours | null> {
      const asked = dialog("hours");
      const form = asked.querySelector("form") as HTMLFormElement;
      partIn(asked, "which").textContent = name;
      const { startsLocal, endsLocal, zone } = session;
      const isAsked = { startsHour: comesTwice(startsLocal, zone), endsHour: comesTwice(endsLocal, zone) };
      for (const side of ["startsHour", "endsHour"] as const) {
        partIn(asked, side).hidden = !isAsked[side];
        field(form, side).value = session[side] ?? "first";
      }
      if ((await ask(asked)) !== "save") return null;
      const said = (side: keyof typeof isAsked) =>
        isAsked[side] ? (field(form, side).value as RepeatedHours["startsHour"]) : null;
      return { startsHour: said("startsHour"), endsHour: said("endsHour") };
    },

    /** What the plan has no room for. @returns whether the others are to move out of the way */
    async misfits(texts: readonly string[], makeRoom: number | null): Promise<boolean> {
      const asked = dialog("misfits");
      partIn(asked, "lines").replaceChildren(...texts.map((text) => element("li", text)));
      const button = partIn(asked, "makeRoom");
      button.hidden = !makeRoom;
      button.textContent = fillBraces(editor.texts.makeRoom, { n: makeRoom ?? 0 });
      return (await ask(asked)) === "makeRoom";
    },

    async conflict(
      conflicts: readonly PlanConflict<PlannedFacts>[],
      changes: readonly SentChange[],
      by: readonly string[],
    ): Promise<"mine" | "theirs"> {
      const asked = dialog("conflict");
      const names = by.join(editor.words.between);
      partIn(asked, "title").textContent = fillBraces(editor.texts.conflict, { by: names || "–" });
      const rows = conflicts.flatMap(({ id, parts, theirs }) => {
        const change = changes.find((one) => one.id === id);
        const base = theirs ?? editor.planned.get(id);
        if (!change || !base) return [];
        const isRemoval = "remove" in change;
        const mine = "set" in change ? { ...base, ...factsFrom(change.set, base) } : base;
        return (isRemoval ? parts.slice(0, 1) : parts).map((part) => {
          const row = element("tr");
          const heading = element("th", editor.texts.parts[part]);
          heading.scope = "row";
          const [own, other] = [isRemoval ? editor.texts.gone : partText(mine, part, editor), theirs];
          row.append(
            heading,
            element("td", own),
            element("td", other ? partText(other, part, editor) : editor.texts.gone),
          );
          return row;
        });
      });
      partIn(asked, "rows").replaceChildren(...rows);
      // Escape is no answer here: what is saved stays
      return (await ask(asked)) === "mine" ? "mine" : "theirs";
    },

    /** One session's fields; null where nothing is to change. */
    async session(session: PlannedFacts): Promise<PlannedFacts | null> {
      const asked = dialog("session");
      const form = asked.querySelector("form") as HTMLFormElement;
      fill(form, session);
      let former = session.kind;
      // whether a session counts follows its kind, as long as nobody has said otherwise
      field(form, "kind").onchange = () => {
        const box = field(form, "isCounted") as HTMLInputElement;
        const next = field(form, "kind").value as PlannedFacts["kind"];
        if (box.checked === countsByKind[former]) box.checked = countsByKind[next];
        former = next;
      };
      const [wrong, asksNight] = [partIn(asked, "wrong"), partIn(asked, "asksNight")];
      wrong.hidden = true;
      asksNight.hidden = true;
      const link = partIn(asked, "whole") as HTMLAnchorElement;
      link.hidden = session.number === null;
      link.href = editor.urls.session.replace("{number}", String(session.number));
      let result: PlannedFacts | null = null;
      const check = (event: SubmitEvent) => {
        if ((event.submitter as HTMLButtonElement | null)?.value !== "save") return;
        result = read(form, session);
        if (result) return;
        event.preventDefault();
        const isAsked = mayBeNight(form);
        wrong.hidden = isAsked;
        asksNight.hidden = !isAsked;
        if (isAsked) partIn(asked, "night").hidden = false;
        form.querySelector<HTMLInputElement>(`[name=${isAsked ? "endsNextDay" : "from"}]`)?.focus();
      };
      form.addEventListener("submit", check);
      const answer = ask(asked);
      // its time is where the cursor was: what is new is said first
      if (session.number === null) field(form, editor.words.locale).focus();
      const closed = await answer;
      form.removeEventListener("submit", check);
      return closed === "save" ? result : null;
    },
  };
}

function fill(form: HTMLFormElement, { startsLocal, endsLocal, kind, room, isCounted, title }: PlannedFacts): void {
  const isMidnight = timeOf(endsLocal) === "00:00" && dateOf(endsLocal) !== dateOf(startsLocal);
  const values: Record<string, string> = {
    ...{ date: dateOf(startsLocal), from: timeOf(startsLocal), to: isMidnight ? "24:00" : timeOf(endsLocal) },
    ...{ kind, room, es: title.es ?? "", ja: title.ja ?? "", en: title.en ?? "" },
  };
  for (const [name, value] of Object.entries(values)) field(form, name).value = value;
  (field(form, "isCounted") as HTMLInputElement).checked = isCounted;
  const isNight = !isMidnight && dateOf(endsLocal) !== dateOf(startsLocal);
  (field(form, "endsNextDay") as HTMLInputElement).checked = isNight;
  (form.querySelector("[data-part=night]") as HTMLElement).hidden = !isNight;
}

const field = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;

const typedTimes = (form: HTMLFormElement) => ({
  from: typedMinutes(field(form, "from").value.trim()),
  to: typedMinutes(field(form, "to").value.trim()),
});

/** An end of up to six in the morning may be that of the night, or a slip: who has typed it knows. */
function mayBeNight(form: HTMLFormElement): boolean {
  const { from, to } = typedTimes(form);
  return from !== null && to !== null && to <= from && to <= latestNight;
}

function read(form: HTMLFormElement, before: PlannedFacts): PlannedFacts | null {
  const text = (name: string) => field(form, name).value.trim();
  const { from, to } = typedTimes(form);
  const date = text("date") as ReturnType<typeof dateOf>;
  if (from === null || to === null || from >= 1440 || plusLocalDays(date, 0) !== date) return null;
  const isNight = (field(form, "endsNextDay") as HTMLInputElement).checked;
  const ends = to <= from && isNight ? to + 1440 : to;
  if (ends <= from) return null;
  return {
    ...retimed(before, { startsLocal: wallAt(date, from), endsLocal: wallAt(date, ends) }),
    ...{ kind: text("kind") as PlannedFacts["kind"], room: text("room") },
    isCounted: (field(form, "isCounted") as HTMLInputElement).checked,
    title: { es: text("es"), ja: text("ja"), en: text("en") },
  };
}
