import { useTranslation } from "#app/i18n/use-translation.ts";
import { CountryMark } from "#app/institutions/country-mark.tsx";
import { countries } from "#app/institutions/rules.ts";
import { KindMark } from "#app/timetable/kind-mark.tsx";
import { sessionKinds } from "#app/timetable/kinds.ts";
import { Badge } from "#app/ui/badge.tsx";
import { BarChart } from "#app/ui/display/bar-chart.tsx";
import { FigureStrip } from "#app/ui/display/figure-strip.tsx";
import { Meter } from "#app/ui/display/meter.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { KeptNotice } from "#app/ui/form/kept-notice.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";

const tones = ["good", "warn", "bad", "key", "quiet"] as const;
const noticeTones = ["good", "warn", "bad", "key"] as const;

/** What says how things stand. */
export function GallerySigns({ here }: { here: string }) {
  const { t } = useTranslation("gallery");
  const figures = [
    { value: "0", label: t("figure.plain"), to: null },
    { value: "12", label: t("figure.linked"), to: here },
    { value: "1,234", label: t("long"), to: here },
  ];
  return (
    <>
      <Section title={t("section.signs")}>
        <p className="mb-6 flex flex-wrap gap-3">
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {t(`tone.${tone}`)}
            </Badge>
          ))}
          <Badge tone="key">{t("choice.third")}</Badge>
        </p>
        <Marks />
        <Meters />
        <FigureStrip title={t("figures")} figures={figures} />
        <Chart />
      </Section>
      <Section title={t("section.notices")}>
        {noticeTones.map((tone) => (
          <Notice key={tone} tone={tone} title={t("notice.title")}>
            <p>{t("notice.text")}</p>
          </Notice>
        ))}
        {noticeTones.map((tone) => (
          <Notice key={tone} isStanding tone={tone} title={t("notice.text")} />
        ))}
        <Notice title={t("long")} />
        <KeptNotice kind="form" />
        <KeptNotice kind="press" />
        <Empty
          title={t("empty.title")}
          action={
            <Button look="plain" href={here}>
              {t("look.plain")}
            </Button>
          }
        >
          {t("empty.text")}
        </Empty>
      </Section>
    </>
  );
}

/** What stands before a word: kinds of session, countries. */
function Marks() {
  const { t } = useTranslation(["gallery", "workshops", "common"]);
  return (
    <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
      {sessionKinds.map((kind) => (
        <span key={kind}>
          <KindMark kind={kind} />
          {t(`workshops:kind.${kind}`)}
        </span>
      ))}
      {countries.map((country) => (
        <span key={country}>
          <CountryMark code={country} name={t(`common:country.${country}`)} /> {t(`common:country.${country}`)}
        </span>
      ))}
    </p>
  );
}

function Meters() {
  const { t } = useTranslation("gallery");
  const parts = [
    { label: t("choice.first"), value: 0 },
    { label: t("choice.second"), value: 3 },
    { label: t("choice.third"), value: 8 },
  ];
  return (
    <Panel as="ul" pad="text" className="mb-6 max-w-md space-y-2">
      {parts.map(({ label, value }) => (
        <li key={label}>
          <Meter label={label} text={`${value} / 8`} value={value} of={8} />
        </li>
      ))}
    </Panel>
  );
}

function Chart() {
  const { t } = useTranslation("gallery");
  const view = {
    title: t("chart.title"),
    description: t("chart.description"),
    plotWidth: 80,
    plotHeight: 96,
    bars: [
      { label: t("choice.first"), text: "92", top: 0, width: 73.6 },
      { label: t("choice.third"), text: "40", top: 48, width: 32 },
    ],
    ticks: [0, 50, 100].map((value) => ({ at: value * 0.8, text: String(value) })),
    line: { at: 64, text: t("chart.line") },
  };
  return (
    <Panel as="figure" pad="card" className="mt-6 max-w-3xl">
      <BarChart view={view} />
    </Panel>
  );
}
