import { useTranslation } from "#app/i18n/use-translation.ts";
import { withdrawalReasons } from "#app/nominations/nomination/rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Select, TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { CertificateName } from "./certificate-name.tsx";
import type { OfferView } from "./offer-view.ts";

/** Yes or no, each with what follows from it. */
export function OfferAnswer({ offer, isSignedIn }: { offer: OfferView; isSignedIn: boolean }) {
  const { t } = useTranslation(["offers", "nominations"]);
  const labels = { because: t("decline.because"), note: t("decline.note") };
  return (
    <>
      <Panel as="section" pad="form" className="mb-8">
        <h2 className="mb-2 text-xl">{t("accept.title")}</h2>
        <p className="mb-4">{t("accept.follows")}</p>
        <CertificateName offer={offer} isSignedIn={isSignedIn} />
        <PressForm fields={{ part: "accept" }}>
          <Button look="main" width="full on a phone">
            {t("accept.button")}
          </Button>
        </PressForm>
      </Panel>
      <Panel as="section" pad="form" className="mb-8">
        <h2 className="mb-2 text-xl">{t("decline.title")}</h2>
        <p className="mb-4">{t("decline.follows")}</p>
        <PostForm part="decline" labels={labels}>
          <Select
            name="because"
            label={labels.because}
            options={withdrawalReasons.map((value) => ({ value, label: t(`nominations:because.${value}`) }))}
            placeholder={t("decline.choose")}
          />
          <TextArea name="note" label={labels.note} hint={t("decline.noteHint")} rows={2} optional />
          <Button look="grave" width="full on a phone">
            {t("decline.button")}
          </Button>
        </PostForm>
      </Panel>
    </>
  );
}
