import { dateOf, daysBetween, timeOf } from "#app/time/wall-time.ts";
import type { Editor } from "#app/timetable/editor/editor.ts";
import { newSessionId } from "#app/timetable/editor/saving/new-session-id.ts";
import { fillBraces } from "#app/timetable/grid/words/grid-words.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import { movedFacts } from "./moves.rules.ts";

const ours = "application/x-puente-sessions";

/** Sessions are copied as a table that spreadsheets take; what comes from one goes to the page that shows its rows. */
export function clipboard(editor: Editor, chosen: () => PlannedFacts[], refocus: () => void): void {
  let copied: PlannedFacts[] = [];
  const isInGrid = ({ target }: Event) =>
    target instanceof HTMLElement &&
    !target.closest("input, textarea, select, dialog") &&
    (editor.root.contains(target) || target === document.body);

  document.addEventListener("copy", (event) => {
    if (!isInGrid(event) || window.getSelection()?.toString()) return;
    const sessions = chosen();
    if (sessions.length === 0) return;
    copied = sessions;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", sessions.map((session) => rowOf(session, editor)).join("\n"));
    event.clipboardData?.setData(ours, "1");
    editor.say(fillBraces(editor.texts.copied, { n: sessions.length }));
  });
  document.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    if (!isInGrid(event) || !data) return;
    event.preventDefault();
    if (data.types.includes(ours) && copied.length > 0) void pasteCopied();
    else sendTable(data.getData("text/plain"), data.getData("text/html"));
  });

  /** The first copy stands where the cursor is, the others as far from it as their originals. */
  async function pasteCopied(): Promise<void> {
    const [lead] = copied;
    const { column, at, id } = editor.cursor;
    const day = editor.columns[column]?.date;
    if (!lead || !day) return;
    const days = daysBetween(dateOf(lead.startsLocal), day);
    const [hour, minute] = timeOf(lead.startsLocal).split(":").map(Number);
    // on a session its day is meant, on a free moment the moment
    const minutes = id ? 0 : at - (Number(hour) * 60 + Number(minute));
    const changes = copied.map((session) => {
      const fresh = { ...movedFacts(session, { days, minutes }), id: newSessionId(), number: null };
      return { id: fresh.id, before: null, after: fresh };
    });
    if (await editor.act(editor.texts.act.copy, changes))
      editor.cursor = { ...editor.cursor, id: changes[0]?.id ?? id };
    refocus();
  }

  function sendTable(text: string, html: string): void {
    if (!text.trim()) return;
    const form = editor.part<HTMLFormElement>("paste");
    (form.elements.namedItem("text") as HTMLInputElement).value = text;
    (form.elements.namedItem("html") as HTMLInputElement).value = html;
    form.requestSubmit();
  }
}

/** As the page for pasted tables reads it. */
function rowOf(session: PlannedFacts, { words }: Editor): string {
  const { startsLocal, endsLocal, kind, title, room } = session;
  const cells = [dateOf(startsLocal), timeOf(startsLocal), timeOf(endsLocal), words.kinds[kind]];
  const texts = [title.es, title.ja, title.en, room].map((text) => (text ?? "").replace(/[\t\n]/g, " "));
  return [...cells, ...texts].join("\t");
}
