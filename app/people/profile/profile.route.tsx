import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionLabels } from "#app/institutions/choices.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { changeProfile, confirmCertificateName } from "#app/people/commands.ts";
import { zoneChoices } from "#app/people/fields/zone-choices.ts";
import { profileForm } from "#app/people/form.ts";
import { suggestCertificateNames } from "#app/people/names.ts";
import { countOwnCertificates, findProfile } from "#app/people/queries.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { hold } from "#db/hold.ts";
import { CertificateNameForm } from "./certificate-name-form.tsx";
import { PersonForm } from "./person-form.tsx";
import { certificateNameValues, personFormValues } from "./profile-form-values.ts";

export const loader = guardedLoader("own.read", async ({ db, actor, locale, t, at, url }) => {
  const profile = orNotFound(await findProfile(db, actor.personId));
  const { institutionId, country, certificateName, nameConfirmedAt } = profile;
  const stored = certificateNameValues(profile);
  const suggested = suggestCertificateNames(profile);
  const [institution] = await institutionLabels(db, { locale, t, at }, institutionId ? [institutionId] : []);
  return {
    initial: personFormValues(profile),
    country: countryName(country, locale, t),
    institution: institution?.label ?? null,
    zones: zoneChoices({ t, at }),
    certificate: {
      stored,
      name: certificateName ?? suggested.name,
      secondName: certificateName ? stored.certificateSecondName : suggested.secondName,
      issued: await countOwnCertificates(db, actor.personId),
      confirmed: nameConfirmedAt && cityInstant({ locale, t }, nameConfirmedAt, actor.zone),
    },
    done: queryChoice(url, "done", ["person", "certificate"]),
  };
});

export const action = guardedEdit("own.change", profileForm, {
  async hold({ trx, actor: { personId } }) {
    await hold(trx, "person", personId);
    return orNotFound(await findProfile(trx, personId));
  },
  stored: async ({ input }, profile) =>
    input.part === "person" ? personFormValues(profile) : certificateNameValues(profile),
  // its holder confirms the name that they see
  vouched: ["certificateName", "certificateSecondName"],
  record: ({ actor, input }) => ({
    actions: [input.part === "person" ? "person.changed" : "person.nameConfirmed"],
    subjectId: actor.personId,
  }),
  async save({ trx, actor, by, input, locale }) {
    if (input.part === "person") await changeProfile(trx, actor.personId, input, by);
    else await confirmCertificateName(trx, actor.personId, input, by);
    return redirect(to.profile({ locale }, { done: input.part }));
  },
});

export default function ProfilePage() {
  const { initial, country, institution, zones, certificate, done } = useLoaderData<typeof loader>();
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
        <PersonForm action={here} initial={initial} zones={zones} place={{ country, institution }} />
      </Section>
      <Section id="certificate" title={t("profile.certificate.title")}>
        <CertificateNameForm action={here} {...certificate} />
      </Section>
    </Page>
  );
}
