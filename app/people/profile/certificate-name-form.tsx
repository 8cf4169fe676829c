import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Boxes, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = {
  action: string;
  /** As it is confirmed; empty where it is not. */
  stored: Record<string, string>;
  name: string;
  secondName: string;
  confirmed: string | null;
  /** How many certificates bear a name already. */
  issued: number;
};

/** The name that certificates will print. A suggestion does not count until its holder ticks the box. */
export function CertificateNameForm({ action, stored, name, secondName, confirmed, issued }: Props) {
  const { t } = useTranslation("people");
  const labels = {
    certificateName: t("field.certificateName"),
    certificateSecondName: t("field.certificateSecondName"),
    isConfirmed: t("profile.certificate.confirmation"),
  };
  const initial = { certificateName: name, certificateSecondName: secondName };
  return (
    <>
      <p className="mb-4">{t("profile.certificate.lead")}</p>
      <p className="mb-4">
        {confirmed ? (
          <Badge tone="good">{t("profile.certificate.confirmed", { at: confirmed })}</Badge>
        ) : (
          <Badge tone="warn">{t("profile.certificate.notConfirmed")}</Badge>
        )}
      </p>
      {issued ? (
        <Notice isStanding title={t("profile.certificate.issued", { count: issued })}>
          {t("profile.certificate.issuedText")}
        </Notice>
      ) : null}
      {confirmed ? <Printed name={name} secondName={secondName} /> : null}
      <PostForm part="certificate" action={action} initial={initial} stored={stored} labels={labels} isFramed>
        <TextField
          name="certificateName"
          label={labels.certificateName}
          hint={t("hint.certificateName")}
          maxLength={100}
        />
        <TextField
          name="certificateSecondName"
          label={labels.certificateSecondName}
          hint={t("hint.certificateSecondName")}
          maxLength={100}
          optional
        />
        <Boxes
          name="isConfirmed"
          legend={labels.isConfirmed}
          options={[{ value: "1", label: t("profile.certificate.box") }]}
        />
        <Button look="main" width="full on a phone">
          {t("profile.certificate.button")}
        </Button>
        <UnsavedText />
      </PostForm>
    </>
  );
}

function Printed({ name, secondName }: { name: string; secondName: string }) {
  return (
    <div className="mb-6 rounded-xl border border-hairline bg-sunken p-6 text-center">
      <p className="text-2xl font-bold text-ink" lang={langOfName(name)}>
        {name}
      </p>
      {secondName ? (
        <p className="mt-1 text-lg text-ink" lang={langOfName(secondName)}>
          {secondName}
        </p>
      ) : null}
    </div>
  );
}
