import { to } from "#app/addresses.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OfferView } from "./offer-view.ts";

/** How certificates will print the name, and where its holder says so. */
export function CertificateName({ offer, isSignedIn }: { offer: OfferView; isSignedIn: boolean }) {
  const { t, locale } = useTranslation("offers");
  const { name, secondName, isConfirmed } = offer.certificate;
  return (
    <div className="mb-6">
      <p>{t(isConfirmed ? "name.confirmed" : "name.suggested")}</p>
      <p className="my-2 border-s-4 border-hairline ps-4 text-xl text-ink wrap-anywhere">
        <span lang={langOfName(name)}>{name}</span>
        {secondName ? (
          <span className="block text-base" lang={langOfName(secondName)}>
            {secondName}
          </span>
        ) : null}
      </p>
      <p>
        {isSignedIn ? (
          <a className="link" href={`${to.profile({ locale })}#certificate`}>
            {t(isConfirmed ? "name.change" : "name.confirm")}
          </a>
        ) : (
          <span className="text-hint">{t("name.signIn")}</span>
        )}
      </p>
    </div>
  );
}
