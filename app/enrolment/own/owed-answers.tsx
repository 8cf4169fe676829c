import { to } from "#app/addresses.ts";
import type { listOwed } from "#app/enrolment/offers/offers.queries.ts";
import { offerRefusal } from "#app/enrolment/offers/offers.rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { Workshop } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";

type Owed = Awaited<ReturnType<typeof listOwed>>;
type Visit = { locale: Locale; t: Translator; at: Instant; zone: Zone };

/** Seats that wait for an answer, what is due earlier first. */
export const owedAnswers = (owed: Owed, mine: readonly { workshop: Workshop }[], { zone, ...visit }: Visit) =>
  owed.flatMap((offer) => {
    const workshop = mine.find((one) => one.workshop.id === offer.workshopId)?.workshop;
    if (!workshop || offerRefusal(offer, workshop, { at: visit.at, by: "self" })) return [];
    const { title, code, period } = workshopView(workshop, visit);
    return [{ title, code, period, until: deadlineTimes(offer.answerByOn, workshop.zone, { ...visit, zone }) }];
  });

/** What somebody owes first: to say whether they come, and until when. */
export function OwedAnswers({ owed }: { owed: ReturnType<typeof owedAnswers> }) {
  const { t, locale } = useTranslation("offers");
  return owed.map(({ code, title, period, until }) => (
    <Panel key={code} as="section" pad="card" edge="key" className="mb-8">
      <h2 className="mb-1 text-base">{t("owed.title")}</h2>
      <p className="text-xl font-bold text-ink">
        <LocalText value={title} note />
      </p>
      <p className="mb-2 break-keep">{period}</p>
      <p>
        {t("owed.until")} <strong>{until.host}</strong>
      </p>
      <p className="mb-4 text-hint">{until.other}</p>
      <Button look="main" href={to.myOffer({ locale, code })}>
        {t("owed.answer")}
      </Button>
    </Panel>
  ));
}
