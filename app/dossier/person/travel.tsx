import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { SmallTable } from "#app/ui/display/table.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { TravelView } from "./person-view.ts";

type Props = {
  travel: TravelView;
  /** Whose clock the hours follow. */
  city: string;
  /** What changes the journeys. */
  change: ReactNode;
};

/** Who pays what, how somebody arrives and leaves, and where they stay. */
export function Travel({ travel, city, change }: Props) {
  const { t } = useTranslation("dossier");
  return (
    <>
      <Section title={t("terms.title")}>
        <Payers payers={travel.payers} />
      </Section>
      <Section title={t("journey.title")} aside={change}>
        <Journeys travel={travel} city={city} />
      </Section>
      <Section title={t("lodging.title")}>
        <Lodging lodging={travel.lodging} />
      </Section>
    </>
  );
}

function Payers({ payers }: Pick<TravelView, "payers">) {
  const { t } = useTranslation("dossier");
  if (!payers.length) return <Hint>{t("terms.none")}</Hint>;
  return (
    <Panel className="max-w-xl">
      <SmallTable
        caption={t("terms.title")}
        rows={payers}
        keyOf={({ item }) => item}
        columns={[
          { name: "item", label: t("terms.item"), isHeading: true, cell: ({ item }) => t(`item.${item}`) },
          { name: "payer", label: t("terms.payer"), cell: ({ payer }) => t(`payer.${payer}`) },
        ]}
      />
    </Panel>
  );
}

function Journeys({ travel: { journeys, meetingPoint, erased }, city }: Omit<Props, "change">) {
  const { t } = useTranslation("dossier");
  return (
    <>
      {journeys.length ? null : <Hint>{t("journey.none")}</Hint>}
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        {journeys.map(({ direction, carrier, place, day, time }) => (
          <Panel key={direction} pad="text">
            <h3 className="mb-2 text-lg">{t(`direction.${direction}`)}</h3>
            <p className="text-ink first-letter:uppercase">{day}</p>
            <p className="figures mb-2 text-xl font-bold text-ink">{time}</p>
            <Facts
              look="stacked"
              facts={[
                { term: t("journey.carrier"), value: carrier },
                { term: t("journey.place"), value: place },
                {
                  term: t("journey.meetingPoint"),
                  value: direction === "arrival" && meetingPoint.text ? <LocalText value={meetingPoint} /> : "",
                },
              ]}
            />
          </Panel>
        ))}
      </div>
      <Hint className="mt-3 max-w-[65ch]">{t("journey.about", { city, date: erased })}</Hint>
    </>
  );
}

function Lodging({ lodging }: Pick<TravelView, "lodging">) {
  const { t } = useTranslation("dossier");
  if (!lodging) return <Hint>{t("lodging.none")}</Hint>;
  const { name, address, telephone, from, to } = lodging;
  return (
    <Panel pad="text" className="max-w-3xl">
      <Facts
        look="columns"
        facts={[
          { term: t("lodging.name"), value: name },
          {
            term: t("lodging.telephone"),
            value: telephone ? (
              <a className="link" href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>
                {telephone}
              </a>
            ) : (
              ""
            ),
          },
          { term: t("lodging.address"), value: address },
          { term: t("lodging.from"), value: from },
          { term: t("lodging.to"), value: to },
        ]}
      />
    </Panel>
  );
}
