import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { textDays } from "#app/mail/commands.ts";
import { sentParts } from "#app/messages/letter/letter-view.ts";
import { Paragraphs } from "#app/messages/letter/plain-letter.tsx";
import { letterState } from "#app/messages/list/letter-state.rules.ts";
import { listLettersTo } from "#app/messages/list/letters.queries.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryPlace } from "#app/web/search-params.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";

const pageSize = 20;

export const loader = guardedLoader("own.read", async ({ db, actor, locale, t, url }) => {
  const place = queryPlace<"outbox">(url);
  const { rows, ...neighbours } = await listLettersTo(db, actor.personId, { place, size: pageSize });
  const workshops = await listWorkshopsById(db, [...new Set(rows.flatMap(({ workshopId }) => workshopId ?? []))]);
  const titles = new Map(workshops.map(({ id, code, texts }) => [id, { code, title: textIn(texts.title, locale) }]));
  return {
    ...neighbours,
    city: cityOf(actor.zone, t),
    rows: rows.map((letter) => ({
      id: letter.id,
      ...contentOf(letter),
      at: formatInstant(locale, letter.composedAt, actor.zone),
      isSent: letterState(letter) === "sent",
      email: letter.toAddress,
      workshop: (letter.workshopId && titles.get(letter.workshopId)) || null,
    })),
  };
});

type Sent = Awaited<ReturnType<typeof listLettersTo>>["rows"][number];

/** What a letter says, as far as it is kept. Its own words may be in another language than what stands around them. */
function contentOf({ subject, locale: lang, textLocale, bodyText }: Sent) {
  const textLang = textLocale ?? lang;
  return {
    lang,
    subject: { text: subject, lang: textLang },
    content: bodyText === null ? null : sentParts(bodyText, { lang, textLang }),
  };
}

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function MyMessagesPage() {
  const { rows, city, previous, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("messages");
  return (
    <Page title={t("mine.title")} tabs={<MyTabs />} lead={t("mine.lead")} hasList={rows.length > 0}>
      {rows.length ? (
        <>
          <ul id="list" tabIndex={-1} className="grid gap-4">
            {rows.map((letter) => (
              <Letter key={letter.id} letter={letter} city={city} />
            ))}
          </ul>
          <KeyPagination previous={previous} next={next} />
          <Hint className="mt-6 max-w-[65ch]">{t("mine.kept", { days: textDays })}</Hint>
        </>
      ) : (
        <Empty title={t("mine.empty")}>{t("mine.emptyText")}</Empty>
      )}
    </Page>
  );
}

/** One message: its text is folded, so that the list can be looked through on a phone. */
function Letter({ letter, city }: { letter: Loaded["rows"][number]; city: string }) {
  const { t, locale } = useTranslation("messages");
  const { subject, lang, at, email, workshop, content, isSent } = letter;
  return (
    <Panel as="li" pad="card">
      <p className="text-sm text-hint">
        {t("mine.at", { at, city })}
        {isSent ? null : ` · ${t("mine.waiting")}`}
      </p>
      <h2 className="text-lg">
        <LocalText value={subject} note />
      </h2>
      {workshop ? (
        <p>
          <a className="link" href={to.workshop({ locale, code: workshop.code })}>
            <LocalText value={workshop.title.text ? workshop.title : { text: workshop.code, lang: locale }} />
          </a>
        </p>
      ) : null}
      {content ? (
        <details className="mt-2">
          <summary className="link cursor-pointer py-2">
            {t("mine.read")}
            <span className="sr-only">{t("mine.readOf", { subject: subject.text })}</span>
          </summary>
          <div lang={lang} className="mt-2 max-w-[65ch] border-t border-hairline pt-4 wrap-anywhere">
            <Paragraphs paragraphs={content.notes} />
            <div lang={subject.lang}>
              <Paragraphs paragraphs={content.paragraphs} />
            </div>
            <p className="mt-6 text-sm text-hint">
              {content.closing.map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </p>
          </div>
        </details>
      ) : (
        <Hint className="mt-2">{t("mine.notKept")}</Hint>
      )}
      <p className="mt-2 text-sm text-hint">{t("mine.to", { email })}</p>
    </Panel>
  );
}
