import { to } from "#app/addresses.ts";
import { endonyms } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Paragraphs } from "#app/messages/letter/plain-letter.tsx";
import { ListTable } from "#app/tables/list-table.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { Chips } from "#app/ui/form/chips.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { copyList } from "./copy-list.tsx";
import { copyStates, type deliveryView } from "./delivery-view.ts";

type Delivered = NonNullable<Awaited<ReturnType<typeof deliveryView>>>;

/** A message that has gone: each copy with what became of it, and what it said. */
export function Delivery({ code, id, delivery }: { code: string; id: string; delivery: Delivered }) {
  const { t, locale } = useTranslation("messages");
  const { counts, total, state, rows, zone, choice } = delivery;
  const here = (chosen?: string) => to.message({ locale, code, message: id }, { state: chosen });
  const unsent = counts.failed + counts.noAddress;
  return (
    <>
      <Section
        title={t("copies.title", { count: total })}
        aside={
          unsent ? (
            <PostButton fields={{ deed: "resend" }} look="plain" isSmall>
              {t("copies.resendFailed", { count: unsent })}
            </PostButton>
          ) : null
        }
      >
        <Chips
          label={t("copies.filter")}
          className="mb-4"
          chips={[
            { href: here(), label: t("copies.all"), count: total, isCurrent: state === null },
            ...copyStates.map((one) => ({
              href: here(one),
              label: t(`copy.${one}`),
              count: counts[one],
              isCurrent: state === one,
            })),
          ]}
        />
        {rows.length ? (
          <>
            <ListTable list={copyList(zone, locale)} rows={rows} choice={choice} />
            <KeyPagination previous={delivery.previous} next={delivery.next} />
            <Hint className="mt-4">{t("copies.hint")}</Hint>
          </>
        ) : (
          <Empty title={t(total ? "copies.noneOf" : "copies.none")}>{total ? null : t("copies.noneText")}</Empty>
        )}
      </Section>
      <Section title={t("said.title")}>
        <div className="grid gap-4">
          {delivery.texts.map(({ locale: lang, subject, paragraphs }) => (
            <Panel key={lang} as="section" pad="card" className="max-w-3xl wrap-anywhere" lang={lang}>
              <p className="text-sm text-hint">{endonyms[lang]}</p>
              <h3 className="mb-3 text-lg">{subject}</h3>
              <Paragraphs paragraphs={paragraphs} />
            </Panel>
          ))}
        </div>
      </Section>
    </>
  );
}
