import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { EncodingForm } from "./encoding-form.tsx";
import type { ReviewedList } from "./review-list.ts";
import { AnotherFile, ProblemText } from "./review-parts.tsx";
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
        <ProblemText problem={problem} />
      </Notice>
      <AnotherFile look="main" />
    </>
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
        <AnotherFile />
      </>
    );
  return (
    <>
      <Notice tone="good" isStanding title={t("review.applied")}>
        <p className="figures">{t("review.appliedText", { added, changed, listed })}</p>
        <ProblemText problem={problem} />
      </Notice>
      {restedOn > 0 ? (
        <p className="mb-4 max-w-[65ch] text-hint">{t("review.restedOn", { count: restedOn })}</p>
      ) : (
        <PostButton look="plain" fields={{ part: "undo" }} className="mb-4">
          {t("review.undo")}
        </PostButton>
      )}
      <AnotherFile />
    </>
  );
}
