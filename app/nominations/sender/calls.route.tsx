import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { CallCard } from "./call-card.tsx";
import { callCards } from "./call-cards.ts";

export const loader = guardedLoader("nomination.send", async (visit) => {
  const cards = await callCards(visit);
  return { open: cards.filter(({ isOpen }) => isOpen), closed: cards.filter(({ isOpen }) => !isOpen) };
});

export default function CallsPage() {
  const { open, closed } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("nominations");
  return (
    <Page title={t("calls.title")} lead={t("calls.lead")}>
      <Section title={t("calls.open")}>
        {open.length ? (
          <ul className="grid gap-4 lg:grid-cols-2">
            {open.map((card) => (
              <CallCard key={`${card.code} ${card.institutionId}`} card={card} />
            ))}
          </ul>
        ) : (
          <Empty title={t("calls.empty.title")}>
            <a className="link" href={to.workshops({ locale })}>
              {t("calls.empty.text")}
            </a>
          </Empty>
        )}
      </Section>
      {closed.length ? (
        <Section title={t("calls.closed")}>
          <ul className="grid gap-4 lg:grid-cols-2">
            {closed.map((card) => (
              <CallCard key={`${card.code} ${card.institutionId}`} card={card} />
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
