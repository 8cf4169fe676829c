import { endonyms, locales, type Texts } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";

type Row = { validFrom: string; from: string; name: Texts; acronym: string | null; when: "today" | "later" | "before" };

const tones = { today: "good", later: "key", before: "quiet" } as const;

/** Every name with its first day, the latest first. Names are removed by posting to `action`. */
export function NameHistory({ rows, action }: { rows: Row[]; action: string }) {
  return (
    <ol className="panel max-w-5xl divide-y divide-hairline px-5">
      {rows.map((row) => (
        <li key={row.validFrom} className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[15rem_1fr_auto]">
          <DatedName row={row} removal={rows.length === 1 ? null : action} />
        </li>
      ))}
    </ol>
  );
}

type DatedNameProps = {
  row: Row;
  /** Where it is removed; null for the only name. */
  removal: string | null;
};

function DatedName({ row: { validFrom, from, name, acronym, when }, removal }: DatedNameProps) {
  const { t } = useTranslation("institutions");
  return (
    <>
      <div>
        <p className="mb-1 font-bold text-ink">{t("history.from", { date: from })}</p>
        <Badge tone={tones[when]}>{t(`history.${when}`)}</Badge>
      </div>
      <dl className="grid content-start gap-y-1 sm:grid-cols-[6rem_1fr]">
        {locales.map((locale) => (
          <Line key={locale} label={endonyms[locale]} lang={locale} text={name[locale]} />
        ))}
        {acronym ? <Line label={t("field.acronym")} text={acronym} /> : null}
      </dl>
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

function Line({ label, lang, text }: { label: string; lang?: string; text?: string }) {
  const { t } = useTranslation("institutions");
  return (
    <>
      <dt lang={lang} className="text-sm text-hint sm:leading-6">
        {label}
      </dt>
      {text ? (
        <dd lang={lang} className="mb-1 text-ink">
          {text}
        </dd>
      ) : (
        <dd className="mb-1 text-hint">{t("history.none")}</dd>
      )}
    </>
  );
}

function Removal({ action, validFrom, from }: { action: string; validFrom: string; from: string }) {
  const { t } = useTranslation("institutions");
  return (
    <form method="post" action={action} className="md:max-w-56 md:text-end">
      <input type="hidden" name="part" value="removal" />
      <input type="hidden" name="validFrom" value={validFrom} />
      <details>
        <summary
          className="link inline-flex min-h-11 cursor-pointer items-center text-bad"
          aria-label={t("history.removeOf", { from })}
        >
          {t("history.remove")}
        </summary>
        <p className="mb-2 text-sm">{t("history.removeHint")}</p>
        <button type="submit" className="button button-grave button-small">
          {t("history.removeConfirm")}
        </button>
      </details>
    </form>
  );
}
