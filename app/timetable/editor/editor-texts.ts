import type { Translator } from "#app/i18n/translator.server.ts";

/** Names of acts, as they stand in "Undo: …". */
const actNames = ["add", "edit", "move", "stretch", "copy", "paste", "remove"] as const;
type ActName = (typeof actNames)[number];

const plain = [
  "unsaved",
  "nothing",
  "never",
  "twice",
  "outside",
  "hasMarks",
  "kept",
  "freeDay",
  "signedOut",
  "gone",
  "newer",
] as const;
const states = ["saved", "saving", "waiting", "failed", "held"] as const;
export type SaveStateName = (typeof states)[number];

/** What the editor says, with what is filled in there in braces. */
export type EditorTexts = Record<(typeof plain)[number], string> & {
  state: Record<SaveStateName, string>;
  act: Record<ActName, string>;
  parts: Record<"when" | "kind" | "room" | "isCounted" | "es" | "ja" | "en", string>;
  undo: string;
  redo: string;
  undone: string;
  redone: string;
  carried: string;
  moved: string;
  dropped: string;
  cancelled: string;
  removed: string;
  copied: string;
  selected: string;
  chosen: string;
  free: string;
  clash: string;
  makeRoom: string;
  conflict: string;
};

export function editorTexts(t: Translator): EditorTexts {
  const when = "{when}";
  const title = "{title}";
  const n = "{n}";
  const name = "{name}";
  const named = <Name extends string>(names: readonly Name[], say: (one: Name) => string) =>
    Object.fromEntries(names.map((one) => [one, say(one)])) as Record<Name, string>;
  return {
    ...named(plain, (one) => t(`timetable:editor.say.${one}`)),
    state: named(states, (one) => t(`timetable:editor.state.${one}`, { n })),
    act: named(actNames, (one) => t(`timetable:editor.act.${one}`)),
    parts: {
      when: t("desk:session.when"),
      kind: t("desk:field.kind"),
      room: t("desk:field.room"),
      isCounted: t("desk:field.isCounted"),
      ...{ es: "Español", ja: "日本語", en: "English" },
    },
    undo: t("timetable:editor.undoOf", { name }),
    redo: t("timetable:editor.redoOf", { name }),
    undone: t("timetable:editor.undone", { name }),
    redone: t("timetable:editor.redone", { name }),
    carried: t("timetable:editor.carried", { title }),
    moved: t("timetable:editor.moved", { when }),
    dropped: t("timetable:editor.dropped", { when }),
    cancelled: t("timetable:editor.cancelled", { when }),
    removed: t("timetable:editor.removed", { n }),
    copied: t("timetable:editor.copied", { n }),
    selected: t("timetable:editor.selected", { n, title }),
    chosen: t("timetable:editor.chosen", { n }),
    free: t("timetable:editor.free", { to: "{to}" }),
    clash: t("timetable:editor.clash", { one: "{one}", other: "{other}" }),
    makeRoom: t("timetable:editor.makeRoom", { n }),
    conflict: t("timetable:editor.conflict", { by: "{by}" }),
  };
}
