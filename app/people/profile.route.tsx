import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { CertificateNameForm } from "./certificate-name-form.tsx";
import { changeProfile, confirmCertificateName } from "./commands.ts";
import { profileForm } from "./form.ts";
import { suggestCertificateNames } from "./names.ts";
import { PersonForm } from "./person-form.tsx";
import { findProfile } from "./queries.ts";
import { zoneChoices } from "./zone-choices.ts";

export const loader = guardedLoader("own.read", async ({ db, actor, locale, t, at, url }) => {
  const profile = orNotFound(await findProfile(db, actor.personId));
  const { institutionId, country, certificateName, certificateSecondName, nameConfirmedAt, ...person } = profile;
  const suggested = suggestCertificateNames(profile);
  const [institution] = await institutionChoices(db, { locale, t, at }, institutionId ? [institutionId] : []);
  return {
    person,
    country: countryName(country, locale, t),
    institution: institution?.label ?? null,
    zones: zoneChoices({ t, at }),
    certificate: {
      name: certificateName ?? suggested.name,
      secondName: (certificateName ? certificateSecondName : suggested.secondName) ?? "",
      confirmed: nameConfirmedAt && formatInstant(locale, nameConfirmedAt, actor.zone),
    },
    done: queryChoice(url, "done", ["person", "certificate"]),
  };
});

export const action = guardedAction("own.change", profileForm, async ({ trx, actor, by, input, locale }) => {
  if (input.part === "person") await changeProfile(trx, actor.personId, input, by);
  else await confirmCertificateName(trx, actor.personId, input, by);
  return redirect(to.profile({ locale }, { done: input.part }));
});

export default function ProfilePage() {
  const { person, country, institution, zones, certificate, done } = useLoaderData<typeof loader>();
  const isBack = useActionData() !== undefined;
  const { t, locale } = useTranslation(["people", "common"]);
  const here = to.profile({ locale });
  return (
    <Page
      title={t("profile.title")}
      width="form"
      lead={t("profile.lead")}
      tabs={<MyTabs />}
      notice={done && !isBack ? <Notice tone="good" title={t(`profile.done.${done}`)} /> : null}
    >
      {certificate.confirmed ? null : (
        <Notice isStanding tone="warn" title={t("profile.certificate.missing")}>
          <a className="link" href="#certificate">
            {t("profile.certificate.toForm")}
          </a>
        </Notice>
      )}
      <Section id="person" title={t("profile.person.title")}>
        <PersonForm action={here} person={person} zones={zones} place={{ country, institution }} />
      </Section>
      <Section id="certificate" title={t("profile.certificate.title")}>
        <CertificateNameForm action={here} {...certificate} />
      </Section>
    </Page>
  );
}
