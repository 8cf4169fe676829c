import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { useWords } from "#app/ui/form/message.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { EncodingForm } from "./encoding-form.tsx";
import type { ReviewedList } from "./review-list.ts";
import { ReviewRows } from "./review-rows.tsx";

/** What has become of a list, and what can be done with it next. */
export function ReviewState({ list }: { list: ReviewedList }) {
  const { state, facts } = list;
  if (state === "asked") return <EncodingForm asks={facts.asks ?? []} />;
  if (state === "checked") return <ReviewRows list={list} />;
  if (state === "applied" || state === "undone") return <Done list={list} />;
  return <Refused list={list} />;
}

function Refused({ list: { problem } }: { list: ReviewedList }) {
  const { t } = useTranslation("import");
  return (
    <>
      <Notice tone="bad" isStanding title={t("state.refused")}>
        <Problem problem={problem} />
      </Notice>
      <Again />
    </>
  );
}

export function Problem({ problem }: Pick<ReviewedList, "problem">) {
  const words = useWords();
  if (!problem) return null;
  return <p>{typeof problem === "string" ? words(problem) : words(problem.key, problem.values)}</p>;
}

export function Again() {
  const { t, locale } = useTranslation("import");
  return (
    <Button look="plain" href={to.importPeople({ locale })}>
      {t("review.again")}
    </Button>
  );
}

function Done({ list: { state, done, restedOn, problem } }: { list: ReviewedList }) {
  const { t } = useTranslation("import");
  if (!done) return null;
  const { added, changed, listed } = done;
  if (state === "undone")
    return (
      <>
        <Notice tone="good" isStanding title={t("review.undone")}>
          {added > 0 ? <p>{t("review.undoneText", { count: added })}</p> : null}
        </Notice>
        <Again />
      </>
    );
  return (
    <>
      <Notice tone="good" isStanding title={t("review.applied")}>
        <p className="figures">{t("review.appliedText", { added, changed, listed })}</p>
        <Problem problem={problem} />
      </Notice>
      {restedOn > 0 ? (
        <p className="mb-4 max-w-[65ch] text-hint">{t("review.restedOn", { count: restedOn })}</p>
      ) : (
        <PostButton look="plain" fields={{ part: "undo" }} className="mb-4">
          {t("review.undo")}
        </PostButton>
      )}
      <Again />
    </>
  );
}
