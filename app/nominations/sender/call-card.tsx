import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Meter } from "#app/ui/display/meter.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { CallCardView } from "./call-cards.ts";

/** A call with what its reader still owes. */
export function CallCard({ card }: { card: CallCardView }) {
  const { t, locale } = useTranslation(["nominations", "calls"]);
  const { code, title, institution, institutionId, isOneOfSeveral } = card;
  const href = to.nominating({ locale, code }, isOneOfSeveral ? { sender: institutionId } : {});
  return (
    <Panel as="li" pad="card" edge={card.isOpen ? "key" : undefined}>
      <p className="mb-1 flex flex-wrap items-center gap-x-3 text-sm text-hint">
        <span className="figures">{code}</span>
        {card.isOpen ? (
          <Badge tone={card.daysLeft <= 7 ? "warn" : "key"}>{t("calls:daysLeft", { count: card.daysLeft })}</Badge>
        ) : (
          <Badge tone="quiet">{t("calls.over")}</Badge>
        )}
      </p>
      <h3 className="text-lg">
        <a className="link" href={href}>
          <LocalText value={title} />
        </a>
      </h3>
      {isOneOfSeveral ? (
        <p className="text-sm">
          <LocalText value={institution} />
        </p>
      ) : null}
      <p className="mt-2 text-sm text-hint">
        {t("calls.closes")} <span className="text-ink">{card.closing.host}</span>
        <span className="block">{card.closing.other}</span>
      </p>
      <div className="mt-3">
        <Meter
          label={t("calls.nominated")}
          text={t("calls.ofMost", { count: card.nominated, most: card.most })}
          value={card.nominated}
          of={card.most}
        />
      </div>
      {card.applications !== null && card.nominated ? (
        <p className="mt-2 text-sm">
          {t("calls.applications")}{" "}
          <strong className="figures">{t("calls.ofMost", { count: card.applications, most: card.nominated })}</strong>
        </p>
      ) : null}
      <Owed card={card} />
    </Panel>
  );
}

/** What is left to do, in the order in which it is done. */
function Owed({ card }: { card: CallCardView }) {
  const { t } = useTranslation("nominations");
  const lines = [
    card.returned ? t("owed.returned", { count: card.returned }) : "",
    card.waiting ? t("owed.waiting", { count: card.waiting }) : "",
    card.isOpen && !card.nominated ? t("owed.nobody") : "",
    card.isOpen && card.nominated && !card.hasLetter ? t("owed.letter") : "",
    card.isOpen && card.unsent ? t("owed.unsent", { count: card.unsent }) : "",
  ].filter(Boolean);
  if (!lines.length) return card.nominated ? <p className="mt-3 text-good">{t("owed.nothing")}</p> : null;
  return (
    <ul className="mt-3 list-disc ps-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
