import { to } from "#app/addresses.ts";
import type { Gap } from "#app/certificates/document/gaps.rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Boxes } from "#app/ui/form/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  gaps: readonly Gap[];
  /** The workshop's. */
  code: string;
  /** Whether names and titles other than the workshop's are theirs to write. */
  mayName: boolean;
};

/** Which texts would be printed in another language, a step away from where each is written; and a deliberate tick. */
export function GapList({ gaps, code, mayName }: Props) {
  const { t, locale } = useTranslation("certificates");
  if (!gaps.length) return null;
  return (
    <>
      <Notice isStanding tone="warn" title={t("gaps.title")}>
        <ul className="list-disc ps-6">
          {gaps.map((gap) => {
            const words = gapWords(gap, t);
            const address = addressOf(gap, { locale, code, mayName });
            return (
              <li key={`${gap.kind} ${gap.of} ${gap.missing}`}>
                {address ? (
                  <a className="link" href={address}>
                    {words}
                  </a>
                ) : (
                  words
                )}
              </li>
            );
          })}
        </ul>
        {mayName || gaps.every(isOfWorkshop) ? null : <p>{t("gaps.ask")}</p>}
      </Notice>
      <Boxes name="acceptsGaps" legend={t("gaps.legend")} options={[{ value: "1", label: t("gaps.box") }]} />
    </>
  );
}

type Translate = ReturnType<typeof useTranslation<"certificates">>["t"];

const gapWords = ({ kind, of, missing, instead }: Gap, t: Translate) => {
  const text = t(`gaps.text.${kind}`, { of });
  const language = t(`gaps.in.${missing}`);
  return instead
    ? t("gaps.instead", { text, language, instead: t(`gaps.in.${instead}`) })
    : t("gaps.nothing", { text, language });
};

const isOfWorkshop = ({ kind }: Gap) => kind === "title" || kind === "venue";

function addressOf(gap: Gap, { locale, code, mayName }: { locale: Locale; code: string; mayName: boolean }) {
  const { kind, missing } = gap;
  if (kind === "title" || kind === "venue") return `${to.details({ locale, code })}#field-${kind}-${missing}`;
  if (!mayName) return null;
  return gap.code ? to.institution({ locale, code: gap.code }) : to.programmes({ locale });
}
