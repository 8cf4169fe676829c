import { RoleBadge } from "#app/accounts/grants/role-badge.tsx";
import { to } from "#app/addresses.ts";
import { StatusBadge } from "#app/certificates/status-badge.tsx";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Side } from "#app/people/merge/merge.rules.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import { workshopField } from "./form.ts";
import type { AccountView, EnrolmentSideView, SharedView } from "./merge-view.ts";
import { SideRow } from "./side-row.tsx";

/** Of two accounts the one that stays: its address signs in. */
export function DoubleAccountRow({ kept, gone, offered, chosen }: AccountView & { chosen: Side | null }) {
  const { t } = useTranslation("deskPeople");
  return (
    <SideRow
      name="account"
      label={t("merge.account.term")}
      hint={t("merge.account.hint")}
      values={{ kept: <Account {...kept} />, gone: <Account {...gone} /> }}
      chosen={chosen ?? offered}
    />
  );
}

function Account({ email, state, isOwn, roles }: AccountView["kept"]) {
  const { t } = useTranslation("deskPeople");
  return (
    <>
      <span className="block wrap-anywhere">{email}</span>{" "}
      <span className="block text-sm text-hint">{t(`merge.account.state.${state}`)}</span>{" "}
      {isOwn ? <span className="block text-sm text-hint">{t("merge.account.own")}</span> : null}
      <span className="mt-1 flex flex-wrap gap-1">
        {roles.map(({ id, role, place }) => (
          <RoleBadge key={id} role={role} place={place} />
        ))}
      </span>
    </>
  );
}

type EnrolmentProps = SharedView & { chosen: Side | null };

/** Of two enrolments in one workshop the one that stays. */
export function DoubleEnrolmentRow({ workshopId, within, chosen }: EnrolmentProps) {
  const { t } = useTranslation("deskPeople");
  const name = workshopField(workshopId);
  if (!within)
    return (
      <SideRow name={name} label={t("merge.enrolment.elsewhere")} values={{ kept: "–", gone: "–" }} chosen={null} />
    );
  const { code, title, kept, gone, offered, mayStay } = within;
  return (
    <SideRow
      name={name}
      label={t("merge.enrolment.term", { code })}
      hint={t("merge.enrolment.hint")}
      values={{
        kept: <Enrolment {...kept} {...{ code, title }} />,
        gone: <Enrolment {...gone} {...{ code, title }} />,
      }}
      chosen={chosen && mayStay.includes(chosen) ? chosen : offered}
      open={mayStay}
    />
  );
}

type Told = EnrolmentSideView & Pick<NonNullable<SharedView["within"]>, "code" | "title">;

function Enrolment({ state, rank, requested, attendance, certificates, isCertified, code, title }: Told) {
  const { t, locale } = useTranslation("deskPeople");
  return (
    <>
      <EnrolmentBadge state={state} rank={rank} />{" "}
      <span className="mt-1 block text-sm text-hint">
        <LocalText value={title} />
      </span>{" "}
      <span className="block text-sm text-hint">{t("merge.enrolment.requested", { on: requested })}</span>{" "}
      <span className="block text-sm">
        {attendance ? t("merge.enrolment.attendance", { share: attendance }) : t("merge.enrolment.unmarked")}
      </span>{" "}
      {certificates.map(({ number, status }) => (
        <span key={number} className="mt-1 block text-sm">
          <a className="link figures" href={to.certificates({ locale, code })}>
            {number}
          </a>{" "}
          <StatusBadge status={status} />
        </span>
      ))}
      {isCertified ? <span className="block text-sm text-hint">{t("merge.enrolment.certified")}</span> : null}
    </>
  );
}
