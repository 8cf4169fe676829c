import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { changeMember, holdMember } from "#app/faculty/commands.ts";
import { memberForm } from "#app/faculty/form.ts";
import { type FacultyMember, findMember } from "#app/faculty/queries.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { shownName } from "#app/people/names.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { asId } from "#db/id.ts";
import { MemberFields, useMemberLabels } from "./member-fields.tsx";
import { MemberAbsences, MemberSessions } from "./member-sections.tsx";
import { memberView } from "./member-view.ts";

const outcomes = ["added", "known", "changed", "absence", "removal", "archive", "restore"] as const;

export const loader = guardedLoader("faculty.change", async (visit) => {
  const member = orNotFound(await findMember(visit.db, asId<"faculty">(visit.params.member ?? "")));
  return {
    initial: memberValues(member),
    name: shownName(member),
    isArchived: member.archivedAt !== null,
    done: queryChoice(visit.url, "done", outcomes),
    ...(await memberView(visit, member)),
  };
});

/** What the form shows of somebody on the list. */
const memberValues = ({ roles, languages, note }: FacultyMember) => ({ roles, languages, note });

export const action = guardedEdit("faculty.change", memberForm, {
  hold: async ({ trx, params }) => orNotFound(await holdMember(trx, asId<"faculty">(params.member ?? ""))),
  stored: async (_, member) => memberValues(member),
  record: (_, { id }) => ({ actions: ["faculty.changed"], subjectId: id }),
  async save({ trx, by, input, locale }, { id }) {
    await changeMember(trx, id, input, by);
    return redirect(to.member({ locale, member: id }, { done: "changed" }));
  },
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function MemberPage() {
  const { id, name, initial, isArchived, done, coming, past, load, absences, ...facts } =
    useLoaderData<typeof loader>();
  const answer = useActionData();
  const { t, locale } = useTranslation("faculty");
  return (
    <Page
      title={name.name}
      heading={<span lang={langOfName(name.name)}>{name.name}</span>}
      width="wide"
      over={
        <>
          {name.second ? <span>{name.second}</span> : null}
          {isArchived ? <Badge tone="quiet">{t("member.archived")}</Badge> : null}
        </>
      }
      crumbs={[{ to: to.faculty({ locale }), label: t("list.title") }]}
      notice={done && !answer ? <Notice tone="good" title={t(`member.done.${done}`)} /> : null}
    >
      <div className="grid gap-x-8 lg:grid-cols-[1fr_22rem] lg:items-start">
        <div className="min-w-0">
          <MemberSessions coming={coming} past={past} load={load} />
          <Section title={t("member.facts")}>
            <PostForm initial={initial} labels={useMemberLabels()} saysNeed={false} isFramed>
              <MemberFields />
              <Button look="main">{t("member.save")}</Button>
            </PostForm>
          </Section>
        </div>
        <aside className="min-w-0">
          <MemberFacts {...facts} />
          <MemberAbsences member={id} absences={absences} />
          <PostButton
            look="plain"
            action={to.availability({ locale, member: id })}
            fields={{ part: isArchived ? "restore" : "archive" }}
          >
            {t(isArchived ? "member.restore" : "member.archive")}
          </PostButton>
        </aside>
      </div>
    </Page>
  );
}

function MemberFacts({
  institution,
  post,
  email,
  person,
  hasAccount,
}: Pick<Loaded, "institution" | "post" | "email" | "person" | "hasAccount">) {
  const { t, locale } = useTranslation(["faculty", "people"]);
  const facts = [
    { term: t("people:field.institution"), value: institution.text ? <LocalText value={institution} /> : null },
    { term: t("people:field.post"), value: post },
    { term: t("people:field.email"), value: email ? <Address email={email} /> : t("member.noEmail") },
    { term: t("member.account"), value: t(hasAccount ? "member.hasAccount" : "member.hasNone") },
  ];
  return (
    <Panel pad="text" className="mb-6">
      <Facts look="stacked" facts={facts} />
      {person ? (
        <p className="mt-3">
          <a className="link" href={to.person({ locale, person })}>
            {t("member.person")}
          </a>
        </p>
      ) : null}
    </Panel>
  );
}
