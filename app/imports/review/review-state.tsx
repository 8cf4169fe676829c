import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
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

function Refused({ list: { problem, workshop } }: { list: ReviewedList }) {
  const { t } = useTranslation("import");
  return (
    <>
      <Notice tone="bad" isStanding title={t("state.refused")}>
        <ProblemText problem={problem} />
      </Notice>
      <AnotherFile workshop={workshop} look="main" />
    </>
  );
}

function Done({ list }: { list: ReviewedList }) {
  const { programmeId, state, done, enrolling, restedOn, problem, workshop } = list;
  const { t, locale } = useTranslation("import");
  if (!done) return null;
  const { added, changed, left, listed } = done;
  if (state === "undone")
    return (
      <>
        <Notice tone="good" isStanding title={t("review.undone")}>
          {added > 0 ? <p>{t("review.undoneText", { count: added })}</p> : null}
        </Notice>
        <AnotherFile workshop={workshop} />
      </>
    );
  return (
    <>
      <Notice tone="good" isStanding title={t("review.applied")}>
        <p className="figures">{t("review.appliedText", { added, changed, left, listed })}</p>
        <ProblemText problem={problem} />
      </Notice>
      {enrolling ? <Enrolling {...enrolling} /> : <p className="mb-4 max-w-[65ch]">{t("review.onward")}</p>}
      {restedOn > 0 ? <p className="mb-4 max-w-[65ch] text-hint">{t("review.restedOn", { count: restedOn })}</p> : null}
      <div className="flex flex-wrap gap-3">
        <Button look={enrolling ? "plain" : "main"} href={to.people({ locale }, { programme: programmeId })}>
          {t("review.people")}
        </Button>
        <AnotherFile workshop={workshop} />
        {restedOn > 0 ? null : (
          <PostButton look="plain" fields={{ part: "undo" }}>
            {t("review.undo")}
          </PostButton>
        )}
      </div>
    </>
  );
}

type EnrollingProps = NonNullable<ReviewedList["enrolling"]>;

/** The next step of a list that was sent for a workshop, and who of it has been added already. */
function Enrolling({ code, people, enrolled, next, isAllAtOnce, to: step, participants, refusal }: EnrollingProps) {
  const { t } = useTranslation(["import", "behalf"]);
  return (
    <Section title={t("workshop.title", { code })}>
      <p className="mb-2 figures">{t("workshop.enrolled", { enrolled, people })}</p>
      {refusal && next ? <p className="mb-2">{t(`behalf:refused.${refusal}`)}</p> : null}
      {step ? (
        <>
          <p className="mb-4 max-w-[65ch] text-hint">
            {isAllAtOnce ? t("workshop.next") : t("workshop.nextOfMany", { count: next })}
          </p>
          <Button look="main" href={step}>
            {t("workshop.add", { count: next })}
          </Button>
        </>
      ) : (
        <a className="link" href={participants}>
          {t("workshop.participants")}
        </a>
      )}
      <p className="mt-4 max-w-[65ch] text-hint">{t("workshop.undoing")}</p>
    </Section>
  );
}
