import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { listFoundPeople } from "#app/enrolment/people/found-people.queries.ts";
import { findPersonWithin } from "#app/enrolment/people/within-reach.queries.ts";
import { addMember } from "#app/faculty/commands.ts";
import { newMemberForm } from "#app/faculty/form.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { localDate } from "#app/time/wall-time.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FilterText } from "#app/ui/form/filters.tsx";
import { fieldId, PostForm, useFormState } from "#app/ui/form/form.tsx";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryText } from "#app/web/search-params.ts";
import { MemberFields, useMemberLabels } from "./member-fields.tsx";

/** People whom the reader may find, by a name; whoever is not among them is added to the people first. */
export const loader = guardedLoader("faculty.change", async (visit) => {
  const q = queryText(visit.url, "q");
  return { q, ...(await findPeople(visit, q)) };
});

async function findPeople({ db, actor, locale, at }: Reading, q: string) {
  const reach = reachOf(actor, "person.read");
  const { people, total } = await listFoundPeople(db, { reach, peopleReach: reach, locale }, q);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const rows = people.map(({ id, institutionId, ...names }) => ({
    id,
    name: shownName(names),
    institution: institutionOf(institutionId),
  }));
  return { people: rows, hasMore: total.count > rows.length };
}

export const action = guardedAction("faculty.change", newMemberForm, async (visit) => {
  const { trx, actor, by, input, values, locale } = visit;
  if (!(await findPersonWithin(trx, reachOf(actor, "person.read"), input.personId)))
    return refuse(invalid({ personId: "faculty:form.person" }, values));
  const { id, isNew } = await addMember(trx, input, by);
  return redirect(to.member({ locale, member: id }, { done: isNew ? "added" : "known" }));
});

export default function NewMemberPage() {
  const { q, people, hasMore } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("faculty");
  const labels = { personId: t("new.who"), ...useMemberLabels() };
  return (
    <Page
      title={t("new.title")}
      width="form"
      lead={t("new.lead")}
      crumbs={[{ to: to.faculty({ locale }), label: t("list.title") }]}
    >
      <form action={to.newMember({ locale })}>
        <Panel pad="narrow" className="mb-8 flex flex-wrap items-end gap-4">
          <FilterText name="q" label={t("new.search")} value={q} />
          <Button look={people.length ? "plain" : "main"}>{t("new.find")}</Button>
        </Panel>
      </form>
      {people.length ? (
        <PostForm labels={labels} saysNeed={false} isFramed>
          <People people={people} />
          {hasMore ? <Hint className="mb-6">{t("new.more")}</Hint> : null}
          <MemberFields />
          <Button look="main">{t("new.button")}</Button>
        </PostForm>
      ) : null}
      {q && !people.length ? <Empty title={t("new.nobody")}>{t("new.nobodyHint")}</Empty> : null}
      <p className="mt-8">
        <a className="link" href={to.newPerson({ locale })}>
          {t("new.unknown")}
        </a>
      </p>
    </Page>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function People({ people }: Pick<Loaded, "people">) {
  const { t } = useTranslation("faculty");
  const { values, errors } = useFormState();
  const only = people.length === 1 ? people[0]?.id : undefined;
  return (
    <fieldset id={fieldId("personId")} tabIndex={-1} className="mb-6">
      <legend className="mb-1 font-bold text-ink">{t("new.who")}</legend>
      {errors.personId ? (
        <p className="wrong">
          <MessageText message={errors.personId} />
        </p>
      ) : null}
      <div className="divide-y divide-hairline border-y border-hairline">
        {people.map(({ id, name, institution }) => (
          <label key={id} className="flex cursor-pointer items-start gap-3 py-3">
            <input
              type="radio"
              name="personId"
              value={id}
              defaultChecked={(values.personId ?? only) === id}
              className="mt-1 size-5 shrink-0 accent-key"
            />
            <span>
              <PersonName value={name} />
              <SecondLine>
                <LocalText value={institution} />
              </SecondLine>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
