import { to } from "#app/addresses.ts";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { QuestionRow } from "./question-view.ts";

type Props = { code: string; questions: QuestionRow[]; isFrozen: boolean };

/** The questions in their order, with the buttons that move them; once they are frozen, to be read. */
export function AskedQuestions({ code, questions, isFrozen }: Props) {
  const { t, locale } = useTranslation(["calls", "common"]);
  return (
    <Panel as="ol" isRuled className="mb-8 max-w-3xl">
      {questions.map((question, place) => (
        <li
          key={question.number}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3 break-inside-avoid"
        >
          <div className="min-w-0 flex-1 basis-80">
            <p className="font-bold wrap-anywhere">
              {place + 1}.{" "}
              {isFrozen ? (
                <LocalText value={question.label} note />
              ) : (
                <a className="link" href={to.callQuestion({ locale, code, question: question.number })}>
                  <LocalText value={question.label} note />
                </a>
              )}
            </p>
            <SecondLine>{question.facts.join(t("common:fact.between"))}</SecondLine>
            {question.options.length ? (
              <ul className="list-disc ps-5">
                {question.options.map(({ key, text }) => (
                  <li key={key} className="wrap-anywhere">
                    <LocalText value={text} />
                  </li>
                ))}
              </ul>
            ) : null}
            {question.missing.length ? (
              <Hint>{t("desk.missing", { languages: formatList(locale, question.missing) })}</Hint>
            ) : null}
          </div>
          {isFrozen || questions.length < 2 ? null : (
            <div className="flex gap-2 print:hidden">
              <Move question={question} way="up" isOff={place === 0} />
              <Move question={question} way="down" isOff={place === questions.length - 1} />
            </div>
          )}
        </li>
      ))}
    </Panel>
  );
}

type MoveProps = { question: QuestionRow; way: "up" | "down"; isOff: boolean };

function Move({ question: { number, label }, way, isOff }: MoveProps) {
  const { t } = useTranslation("calls");
  return (
    <PostButton look="plain" isSmall disabled={isOff} fields={{ part: "move", number: String(number), way }}>
      <span aria-hidden="true">{way === "up" ? "↑" : "↓"}</span>
      <span className="sr-only">{t(`questions.move.${way}`, { question: label.text })}</span>
    </PostButton>
  );
}

/** What was taken away, and can be brought back. */
export function RemovedQuestions({ questions }: { questions: QuestionRow[] }) {
  const { t } = useTranslation("calls");
  return (
    <Section title={t("questions.removed")}>
      <Panel as="ul" isRuled className="max-w-3xl">
        {questions.map(({ number, label }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3">
            <span className="min-w-0 flex-1 basis-60 wrap-anywhere text-hint">
              <LocalText value={label} note />
            </span>
            <PostButton look="plain" isSmall fields={{ part: "restore", number: String(number) }}>
              {t("questions.restore")}
              <span className="sr-only"> {label.text}</span>
            </PostButton>
          </li>
        ))}
      </Panel>
    </Section>
  );
}
