import { useLoaderData } from "@remix-run/react";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { findMail, listMail } from "#app/mail/queries.ts";
import { capitalZones } from "#app/time/zones.ts";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { publicLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryText } from "#app/web/search-params.ts";
import { asId } from "#db/id.ts";

/** What a demo would have sent. Everybody's mail, secret links too: outside a demo there is no such page. */
export const loader = publicLoader(async ({ db, url, locale, t, actor, context: { settings } }) => {
  if (!settings.demo) throw new Response(null, { status: 404 });
  const id = queryText(url, "id");
  const zone = actor?.zone ?? capitalZones.MX;
  return {
    message: id ? readable(orNotFound(await findMail(db, asId<"outbox">(id))), settings.appUrl) : null,
    city: cityOf(zone, t),
    rows: (await listMail(db, {})).map((mail) => ({ ...mail, time: formatInstant(locale, mail.composedAt, zone) })),
  };
});

const readable = <Mail extends { bodyText: string | null }>({ bodyText, ...mail }: Mail, appUrl: string) => ({
  ...mail,
  text: partsOf(bodyText ?? "", appUrl),
});

/** Our own addresses become links: the demo's visitor has no mailbox to follow them from. */
function partsOf(text: string, appUrl: string): { text: string; href: string | null }[] {
  const words = text.split(/(https?:\/\/\S+)/);
  return words.map((word) => ({ text: word, href: word.startsWith(`${appUrl}/`) ? word.slice(appUrl.length) : null }));
}

export default function DevMailPage() {
  const { message, rows, city } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page title={t("devMail.title")} lead={t("devMail.lead")}>
      {message ? <Message message={message} /> : null}
      <Section title={t("devMail.list")}>
        {rows.length ? (
          <List rows={rows} city={city} />
        ) : (
          <Empty title={t("devMail.empty")}>{t("devMail.emptyNext")}</Empty>
        )}
      </Section>
    </Page>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function Message({ message }: { message: NonNullable<Loaded["message"]> }) {
  const { t } = useTranslation();
  const { subject, toAddress, locale, text, bodyHtml } = message;
  return (
    <Section title={<span lang={locale}>{subject}</span>} aside={t("devMail.to", { address: toAddress })}>
      {bodyHtml === null ? (
        <p>{t("devMail.forgotten")}</p>
      ) : (
        <>
          <Panel as="pre" pad="text" lang={locale} className="mb-4 whitespace-pre-wrap font-[inherit]">
            {text.map(({ text: words, href }, place) => {
              const key = `${place} ${words}`;
              return href ? (
                <a key={key} className="link break-all" href={href}>
                  {words}
                </a>
              ) : (
                <span key={key}>{words}</span>
              );
            })}
          </Panel>
          <Panel as="details" pad="narrow">
            <summary>{t("devMail.html")}</summary>
            <pre lang={locale} className="whitespace-pre-wrap break-all text-sm">
              {bodyHtml}
            </pre>
          </Panel>
        </>
      )}
    </Section>
  );
}

function List({ rows, city }: Pick<Loaded, "rows" | "city">) {
  const { t } = useTranslation();
  const columns: Column<Loaded["rows"][number]>[] = [
    {
      name: "subject",
      label: t("devMail.subject"),
      isHeading: true,
      cell: ({ id, locale, subject }) => (
        <a className="link" lang={locale} href={`?id=${id}`}>
          {subject}
        </a>
      ),
    },
    { name: "recipient", label: t("devMail.recipient"), isLabelled: true, cell: ({ toAddress }) => toAddress },
    { name: "language", label: t("devMail.language"), isLabelled: true, cell: ({ locale }) => t(`language.${locale}`) },
    { name: "time", label: t("devMail.time", { city }), isLabelled: true, cell: ({ time }) => time },
  ];
  return <Table caption={t("devMail.list")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
