import { endonyms, locales, type Texts } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

type Row = {
  validFrom: LocalDate;
  from: string;
  name: Texts;
  acronym: string | null;
  when: "today" | "later" | "before";
};

const tones = { today: "good", later: "key", before: "quiet" } as const;

/** Every name with its first day, the latest first. Names are removed by posting to `action`. */
export function NameHistory({ rows, action }: { rows: Row[]; action: string }) {
  return (
    <Panel as="ol" pad="sides" isRuled className="max-w-5xl">
      {rows.map((row) => (
        <li key={row.validFrom} className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[15rem_1fr_auto]">
          <DatedName row={row} removal={rows.length === 1 ? null : action} />
        </li>
      ))}
    </Panel>
  );
}

type DatedNameProps = {
  row: Row;
  /** Where it is removed; null for the only name. */
  removal: string | null;
};

function DatedName({ row: { validFrom, from, name, acronym, when }, removal }: DatedNameProps) {
  const { t } = useTranslation("institutions");
  const names = locales.map((locale) => ({ term: endonyms[locale], lang: locale, value: name[locale] || <NoName /> }));
  return (
    <>
      <div>
        <p className="mb-1 font-bold text-ink">{t("history.from", { date: from })}</p>
        <Badge tone={tones[when]}>{t(`history.${when}`)}</Badge>
      </div>
      <Facts look="lines" facts={[...names, { term: t("field.acronym"), value: acronym }]} />
      <div className="flex flex-wrap items-start gap-x-6 md:flex-col md:items-end">
        <a
          className="link inline-flex min-h-11 items-center"
          href={`?from=${validFrom}#name`}
          aria-label={t("name.correct", { from })}
        >
          {t("history.correct")}
        </a>
        {removal === null ? null : <Removal action={removal} validFrom={validFrom} from={from} />}
      </div>
    </>
  );
}

function NoName() {
  const { t, locale } = useTranslation("institutions");
  return (
    <span className="text-hint" lang={locale}>
      {t("history.none")}
    </span>
  );
}

function Removal({ action, validFrom, from }: { action: string; validFrom: LocalDate; from: string }) {
  const { t } = useTranslation("institutions");
  return (
    <PressForm action={action} fields={{ part: "removal", validFrom }} className="md:max-w-56 md:text-end">
      <details>
        <summary
          className="link inline-flex min-h-11 cursor-pointer items-center text-bad"
          aria-label={t("history.removeOf", { from })}
        >
          {t("history.remove")}
        </summary>
        <p className="mb-2 text-sm">{t("history.removeHint")}</p>
        <Button look="grave" isSmall>
          {t("history.removeConfirm")}
        </Button>
      </details>
    </PressForm>
  );
}
