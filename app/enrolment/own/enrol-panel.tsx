import type { ReactNode } from "react";
import { to } from "#app/addresses.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import type { OwnGroup } from "#app/enrolment/quotas/own-group.ts";
import type { AdmissionRefusal, EnrolmentState, Offer, WithdrawalRefusal } from "#app/enrolment/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Address } from "#app/ui/address.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { SeatView, WorkshopState } from "#app/workshops/rules.ts";

type Enrolment = {
  state: EnrolmentState;
  rank: number | null;
  /** Whether seats may still be given to those who wait. */
  stillComing: boolean;
  /** Whether only the day is over until which they are given by themselves. */
  isByDesk: boolean;
  /** Why one cannot withdraw; null where one can. */
  stays: WithdrawalRefusal | null;
  /** Whom to write to. */
  contacts: { name: string; email: string }[];
};

type PanelProps = {
  workshop: { code: string; state: WorkshopState; seatView: SeatView };
  enrolment: Enrolment | null;
  offer: Offer;
  refusal: AdmissionRefusal | null;
  /** Whose seats they are for the reader; null where a workshop has no quotas. */
  group: OwnGroup | null;
  /** Below the heading: seats, and until when. */
  facts: ReactNode;
};

/** What I can do here: sign in, enrol, join the reserve, withdraw; or why not. */
export function EnrolPanel(props: PanelProps) {
  const { workshop, enrolment, offer } = props;
  return (
    <Panel id="enrolment" pad="text" className={`mb-4 ${enrolment ? "" : "print:hidden"}`}>
      {offer === "enrolled" && enrolment ? (
        <Enrolled code={workshop.code} enrolment={enrolment} group={props.group} facts={props.facts} />
      ) : (
        <NotEnrolled {...props} />
      )}
    </Panel>
  );
}

type EnrolledProps = { code: string; enrolment: Enrolment; group: OwnGroup | null; facts: ReactNode };

function Enrolled({ code, enrolment, group, facts }: EnrolledProps) {
  const { t, locale } = useTranslation("enrolment");
  const { stays } = enrolment;
  const waitsInVain = enrolment.state === "reserve" && !enrolment.stillComing;
  return (
    <>
      <h2 className="mb-2 text-xl">{t("mine.title")}</h2>
      {facts}
      <p className="mb-2">
        <EnrolmentBadge state={enrolment.state} rank={enrolment.rank} />
      </p>
      {group && enrolment.state === "reserve" ? (
        <p className="mb-2">{t("mine.waitsFor", { group: group.name, seats: group.seats })}</p>
      ) : null}
      {group && enrolment.state === "confirmed" ? (
        <p className="mb-2">{t("mine.seatOf", { group: group.name })}</p>
      ) : null}
      <p className="mb-4 last:mb-0">
        {waitsInVain
          ? t(enrolment.isByDesk ? "mine.notByItself" : "mine.noMoreSeats")
          : t(`mine.next.${enrolment.state}`)}
      </p>
      {enrolment.state === "confirmed" && stays ? <p className="text-sm text-hint">{t(`refused.${stays}`)}</p> : null}
      {enrolment.state === "completed" ? (
        <a className="link" href={to.myCertificates({ locale })}>
          {t("me.certificates")}
        </a>
      ) : null}
      {stays === null ? (
        <Button look="grave" width="full" href={to.withdrawal({ locale, code })}>
          {t("withdraw.button")}
        </Button>
      ) : null}
      <Contacts contacts={enrolment.contacts} />
    </>
  );
}

function Contacts({ contacts }: Pick<Enrolment, "contacts">) {
  const { t } = useTranslation("enrolment");
  if (!contacts.length) return null;
  return (
    <div className="mt-4 border-t border-hairline pt-3 text-sm">
      <p className="text-hint">{t("mine.contacts")}</p>
      <ul>
        {contacts.map(({ name, email }) => (
          <li key={email} className="mt-1">
            {name}{" "}
            <a className="link inline-flex min-h-8 items-center" href={`mailto:${email}`}>
              <span>
                <Address email={email} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NotEnrolled({ workshop, enrolment, offer, refusal, group, facts }: PanelProps) {
  const { t, locale } = useTranslation("enrolment");
  const page = to.workshop({ locale, code: workshop.code });
  const isFull = group ? group.free === 0 : workshop.seatView === "full";
  if (refusal) {
    return (
      <>
        <h2 className="mb-2 text-xl">{t("enrol.title")}</h2>
        {facts}
        <p>{refusal === "notOpen" ? t(`enrol.notOpen.${workshop.state as "closed"}`) : t(`refused.${refusal}`)}</p>
      </>
    );
  }
  return (
    <>
      <h2 className="mb-2 text-xl">{t("enrol.title")}</h2>
      {facts}
      {enrolment ? <p className="mb-2 text-hint">{t("enrol.withdrawn")}</p> : null}
      <p className="mb-4">
        {group
          ? t(isFull ? "enrol.groupFull" : "enrol.groupFree", {
              group: group.name,
              free: group.free,
              seats: group.seats,
            })
          : t(isFull ? "enrol.full" : "enrol.free")}
      </p>
      {offer === "signIn" ? (
        <Button look="main" width="full" href={to.signIn({ locale }, { next: page })}>
          {t("enrol.signIn")}
        </Button>
      ) : offer === "enrolment" ? (
        <PostButton action={to.enrolment({ locale, code: workshop.code })} look="main" width="full">
          {t(isFull ? "enrol.reserveButton" : "enrol.button")}
        </PostButton>
      ) : (
        <p className="text-hint">{t("enrol.notForYou")}</p>
      )}
    </>
  );
}
