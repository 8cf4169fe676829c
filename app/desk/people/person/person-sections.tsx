import { to } from "#app/addresses.ts";
import { StatusBadge } from "#app/certificates/status-badge.tsx";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { endonyms } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { nameFieldsIn } from "#app/people/fields/name-fields.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Fact, Facts } from "#app/ui/display/facts.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { type Option, Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import type { factsOf } from "./facts-view.ts";
import type { storyOf } from "./story.ts";

type FactsProps = { id: string; facts: ReturnType<typeof factsOf>; mayChange: boolean };

/** What is known of somebody, and what is not. */
export function PersonFactsSection({ id, facts, mayChange }: FactsProps) {
  const { t, locale } = useTranslation(["people", "deskPeople", "common"]);
  const { certificate, institution, language } = facts;
  const inScript = (value: string) => (value ? <span lang={langOfName(value)}>{value}</span> : null);
  const shown: Fact[] = [
    ...nameFieldsIn(locale).map((name) => ({ term: t(`field.${name}`), value: inScript(facts[name]) })),
    { term: t("field.nativeName"), value: inScript(facts.nativeName) },
    { term: t("field.kana"), value: inScript(facts.kana) },
    { term: t("field.latinName"), value: facts.latinName },
    { term: t("field.institution"), value: institution.text ? <LocalText value={institution} /> : null },
    { term: t("field.post"), value: inScript(facts.post) },
    { term: t("field.postLevel"), value: facts.postLevel ? t(`choice.postLevel.${facts.postLevel}`) : null },
    { term: t("field.sex"), value: facts.sex ? t(`choice.sex.${facts.sex}`) : null },
    { term: t("field.country"), value: facts.country },
    { term: t("field.email"), value: facts.email ? <Address email={facts.email} /> : null },
    { term: t("field.locale"), value: <span lang={language.code}>{language.name}</span> },
    { term: t("field.zone"), value: facts.zone },
    {
      term: t("field.certificateName"),
      value: certificate ? (
        <>
          {inScript(certificate.name)}
          {certificate.second ? <SecondLine> {inScript(certificate.second)}</SecondLine> : null}
          <SecondLine> {t("deskPeople:story.confirmed", { on: certificate.confirmed })}</SecondLine>
        </>
      ) : (
        <span className="text-hint">{t("deskPeople:story.notConfirmed")}</span>
      ),
    },
    { term: t("deskPeople:story.since"), value: facts.since },
  ];
  return (
    <Section
      title={t("account.facts")}
      aside={
        mayChange ? (
          <a className="link" href={to.personFacts({ locale, person: id })}>
            {t("deskPeople:story.edit")}
          </a>
        ) : null
      }
    >
      <Panel pad="text" className="max-w-5xl">
        <Facts look="columns" facts={shown} />
      </Panel>
    </Section>
  );
}

type Story = Awaited<ReturnType<typeof storyOf>>;
type WorkshopRow = Story["workshops"][number];

export function Workshops({ rows, openTo }: { rows: WorkshopRow[]; openTo: Option[] }) {
  const { t, locale } = useTranslation("deskPeople");
  const columns: Column<WorkshopRow>[] = [
    {
      name: "workshop",
      label: t("story.workshop"),
      isHeading: true,
      cell: ({ code, title, isWithin }) => (
        <a className="link" href={isWithin ? to.participants({ locale, code }) : to.workshop({ locale, code })}>
          <LocalText value={title} /> <span className="figures text-sm font-normal whitespace-nowrap">{code}</span>
        </a>
      ),
    },
    { name: "period", label: t("story.period"), cell: ({ period }) => period },
    {
      name: "state",
      label: t("story.state"),
      cell: ({ id, code, state, rank, hasHistory }) => (
        <>
          <EnrolmentBadge state={state} rank={rank} />
          {hasHistory ? (
            <a
              className="link ms-2 text-sm whitespace-nowrap"
              href={to.participant({ locale, code, enrolment: id })}
              aria-label={t("story.historyOf", { code })}
            >
              {t("story.history")}
            </a>
          ) : null}
        </>
      ),
    },
    {
      name: "work",
      label: t("story.workThen"),
      cell: ({ institution, post }) => (
        <>
          <LocalText value={institution} />
          {post ? <SecondLine> {post}</SecondLine> : null}
        </>
      ),
    },
    {
      name: "attendance",
      label: t("story.attendance"),
      isNumber: true,
      isLabelled: true,
      cell: ({ attendance }) => attendance ?? "–",
    },
    {
      name: "certificate",
      label: t("story.certificate"),
      isLabelled: true,
      cell: ({ certificates }) =>
        certificates.length
          ? certificates.map(({ number, status }) => (
              <span key={number} className="me-2 inline-flex flex-wrap items-center gap-x-2">
                <a className="link figures text-sm" href={to.verification({ locale, number })}>
                  {number}
                </a>
                <StatusBadge status={status} />
              </span>
            ))
          : "–",
    },
  ];
  return (
    <Section title={t("story.workshops")} id="workshops">
      {rows.length ? (
        <Table caption={t("story.workshops")} columns={columns} rows={rows} keyOf={({ id }) => id} />
      ) : (
        <Empty title={t("story.noWorkshops")} />
      )}
      {openTo.length ? (
        <PostForm part="enrolling" labels={{ code: t("story.enrol.workshop") }} className="mt-6 max-w-2xl">
          <Select
            name="code"
            label={t("story.enrol.workshop")}
            hint={t("story.enrol.hint")}
            options={openTo}
            placeholder={t("story.enrol.choose")}
          />
          <Button look="plain">{t("story.enrol.button")}</Button>
        </PostForm>
      ) : null}
    </Section>
  );
}

type MessageRow = Story["messages"][number];

export function Messages({ rows, city }: { rows: MessageRow[]; city: string }) {
  const { t } = useTranslation(["deskPeople", "messages"]);
  const columns: Column<MessageRow>[] = [
    {
      name: "at",
      label: t("messages:list.at", { city }),
      className: "whitespace-nowrap",
      cell: ({ composed }) => composed,
    },
    {
      name: "subject",
      label: t("messages:list.subject"),
      isHeading: true,
      cell: ({ subject, language }) => (
        <span lang={language}>
          {subject} <span className="text-sm font-normal text-hint">({endonyms[language]})</span>
        </span>
      ),
    },
    { name: "to", label: t("messages:list.to"), className: "text-sm", cell: ({ to }) => <Address email={to} /> },
    {
      name: "state",
      label: t("messages:list.state"),
      cell: ({ isSent }) => (
        <Badge tone={isSent ? "good" : "quiet"}>{t(isSent ? "messages:copy.sent" : "messages:copy.waiting")}</Badge>
      ),
    },
  ];
  return (
    <Section title={t("story.messages")}>
      {rows.length ? (
        <Table caption={t("story.messages")} columns={columns} rows={rows} keyOf={({ id }) => id} isDense />
      ) : (
        <Empty title={t("story.noMessages")} />
      )}
    </Section>
  );
}
