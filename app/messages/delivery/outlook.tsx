import { to } from "#app/addresses.ts";
import { endonyms } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PlainLetter } from "#app/messages/letter/plain-letter.tsx";
import { Meter } from "#app/ui/display/meter.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Coming, Shown } from "./message-view.ts";
import { mostOffered } from "./reader-choice.ts";
import { SendingForms } from "./sending-forms.tsx";

type Props = { code: string; message: Shown; outlook: Coming };

/** A message before it goes: whom it reaches, how it reads, and how it is sent. */
export function Outlook({ code, message, outlook: coming }: Props) {
  const { t, locale } = useTranslation("messages");
  const { lacks } = coming;
  return (
    <>
      {lacks ? <Notice isStanding tone="warn" title={t(`refused.${lacks}`)} /> : null}
      <div className="mb-8 flex flex-wrap gap-4">
        <Button look={lacks ? "main" : "plain"} href={to.messageText({ locale, code, message: message.id })}>
          {t("edit")}
        </Button>
        {message.state === "draft" ? (
          <PostButton fields={{ deed: "discard" }} look="plain">
            {t("discard")}
          </PostButton>
        ) : null}
      </div>
      <div className="grid gap-x-8 xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start">
        <Section title={t("preview.title")}>
          <Preview coming={coming} />
        </Section>
        <div>
          <Section title={t("reach.title")}>
            <Reached coming={coming} />
          </Section>
          {lacks ? null : <SendingForms message={message} outlook={coming} />}
        </div>
      </div>
    </>
  );
}

/** How many it reaches, who cannot be written to, and what is missing for whom. */
function Reached({ coming }: { coming: Coming }) {
  const { t } = useTranslation(["messages", "common"]);
  const { count, covered, unreachable } = coming;
  return (
    <Panel pad="text">
      <p className="font-bold text-ink">{t("reach.count", { count })}</p>
      <Hint className="mb-4">{t("reach.later")}</Hint>
      {unreachable.count ? (
        <p className="mb-4 rounded-lg border border-warn bg-warn-tint p-3">
          <strong>{t("reach.unreachable", { count: unreachable.count })}</strong> {unreachable.names}
        </p>
      ) : null}
      {count ? (
        <Meter label={t("reach.meter")} text={t("reach.covered", { covered, count })} value={covered} of={count} />
      ) : null}
      <ul className="mt-3 space-y-1">
        {coming.coverage.map(({ locale, readers, isWritten, instead }) => (
          <li key={locale} className="flex flex-wrap justify-between gap-x-4">
            <span>
              <span lang={locale}>{endonyms[locale]}</span>
              {t("common:fact.note", { note: t("reach.readers", { count: readers }) })}
            </span>
            <span className={isWritten ? "text-good" : "font-bold text-warn"}>
              {isWritten ? t("reach.written") : t("reach.missing")}
              {instead && readers ? ` ${t(`reach.instead.${instead}`)}` : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** How it reads for one of those whom it reaches. The address says for whom. */
function Preview({ coming: { count, choice, preview } }: { coming: Coming }) {
  const { t } = useTranslation("messages");
  if (!preview) return <Hint>{t("preview.none")}</Hint>;
  return (
    <>
      <Filters
        submit={t("preview.show")}
        look="plain"
        className="mb-4 max-w-3xl"
        search={<ReaderChoice count={count} choice={choice} chosen={preview.reader} />}
      />
      {choice.isFound ? null : <Notice isStanding tone="warn" title={t("preview.noneFound")} />}
      <PlainLetter
        letter={preview}
        to={preview.email ? t("preview.to", { email: preview.email }) : t("preview.noAddress")}
      />
    </>
  );
}

type ReaderChoiceProps = Pick<Coming, "count" | "choice"> & { chosen: string };

/** Where there are too many to look through, they are searched for. */
function ReaderChoice({ count, choice: { offered, words }, chosen }: ReaderChoiceProps) {
  const { t } = useTranslation(["messages", "common"]);
  const isPart = count > mostOffered;
  return (
    <>
      {isPart ? <FilterText name="q" label={t("preview.search")} value={words} /> : null}
      <FilterSelect name="reader" label={t("preview.reader")} value={chosen}>
        {offered.map(({ value, label, locale }) => (
          <option key={value} value={value}>
            {label + t("common:fact.note", { note: endonyms[locale] })}
          </option>
        ))}
      </FilterSelect>
      {isPart ? <Hint className="basis-full">{t("preview.some", { shown: offered.length, count })}</Hint> : null}
    </>
  );
}
