import { to } from "#app/addresses.ts";
import type { actKinds, UndoRefusal } from "#app/enrolment/behalf/behalf.rules.ts";
import { NameList } from "#app/enrolment/behalf/participant/consequence-list.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShownName } from "#app/people/names.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Notice } from "#app/ui/notice.tsx";

export type ActView = {
  id: string;
  kind: (typeof actKinds)[number];
  /** What became of whom. */
  outcomes: { word: "seat" | "reserve" | "first" | "out" | "movedUp"; people: ShownName[] }[];
  /** Whom no letter reaches. */
  unreached: ShownName[];
  isUndone: boolean;
  mayUndo: boolean;
  refused: UndoRefusal | null;
};

/** What an act has done, and for a minute the way back. */
export function ActNotice({ act, code }: { act: ActView; code: string }) {
  const { t, locale } = useTranslation("behalf");
  const { id, kind, outcomes, unreached, isUndone, mayUndo, refused } = act;
  if (isUndone) return <Notice tone="good" title={t("undo.done")} />;
  return (
    <>
      {refused ? (
        <Notice tone="warn" title={t("undo.refused.title")}>
          <p>{t(`undo.refused.${refused}`)}</p>
        </Notice>
      ) : null}
      <Notice tone="good" isStanding={refused !== null} title={t(`done.${kind}`)}>
        {outcomes.map(({ word, people }) => (
          <p key={word}>
            {t(`outcome.${word}`)} <NameList people={people} />
          </p>
        ))}
        {unreached.length ? (
          <p>
            {t("outcome.unreached")} <NameList people={unreached} />
          </p>
        ) : null}
        {mayUndo ? (
          <div className="flex flex-wrap items-center gap-4 pt-2 print:hidden">
            <PostButton action={to.undoing({ locale, code })} fields={{ act: id }} look="plain" isSmall>
              {t("undo.button")}
            </PostButton>
            <span className="text-sm text-hint">{t("undo.hint")}</span>
          </div>
        ) : null}
      </Notice>
    </>
  );
}
