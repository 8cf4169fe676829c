import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import type { alikeRows } from "./alike-view.ts";

type Props = {
  rows: ReturnType<typeof alikeRows>;
  /** With whom each is compared; without, its own page is opened. */
  comparedWith?: string;
};

/** People who may be the same as another, and by what. */
export function AlikePeople({ rows, comparedWith }: Props) {
  const { t, locale } = useTranslation("deskPeople");
  return (
    <ul className="space-y-1">
      {rows.map(({ id, name, institution, by }) => (
        <li key={id}>
          <a className="link" href={to.person({ locale, person: id })} lang={name.isJapanese ? "ja" : undefined}>
            {name.name}
          </a>{" "}
          <span className="text-sm">
            <LocalText value={institution} /> · {by.map((one) => t(`alike.${one}`)).join(" · ")}
            {comparedWith ? (
              <>
                {" · "}
                <a className="link" href={to.merge({ locale, person: comparedWith, other: id })}>
                  {t("doubles.compare")}
                </a>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
