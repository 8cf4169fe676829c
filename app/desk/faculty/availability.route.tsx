import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { addAbsence, holdMember, removeAbsence, setArchived } from "#app/faculty/commands.ts";
import { availabilityForm } from "#app/faculty/form.ts";
import { findMember, listAbsences } from "#app/faculty/queries.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { asId } from "#db/id.ts";
import { MemberAbsences } from "./member-sections.tsx";

/** When somebody is not available, by itself: here the form comes back where something is wrong with it. */
export const loader = guardedLoader("faculty.change", async ({ db, params, locale, at, actor }) => {
  const member = orNotFound(await findMember(db, asId<"faculty">(params.member ?? "")));
  const absences = await listAbsences(db, [member.id], localDate(at, actor.zone));
  return {
    id: member.id,
    name: shownName(member).name,
    absences: absences.map(({ id, startsOn, endsOn, note }) => ({
      ...{ id, note },
      period: formatPeriod(locale, startsOn, endsOn),
    })),
  };
});

export const action = guardedAction("faculty.change", availabilityForm, async ({ trx, by, input, locale, params }) => {
  const { id } = orNotFound(await holdMember(trx, asId<"faculty">(params.member ?? "")));
  switch (input.part) {
    case "absence": {
      const { startsOn, endsOn, note } = input;
      await addAbsence(trx, id, { startsOn, endsOn, note }, by);
      break;
    }
    case "removal":
      await removeAbsence(trx, { facultyId: id, absenceId: input.absenceId }, by);
      break;
    case "archive":
    case "restore":
      await setArchived(trx, id, input.part === "archive", by);
  }
  return redirect(to.member({ locale, member: id }, { done: input.part }));
});

export default function AvailabilityPage() {
  const { id, name, absences } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("faculty");
  return (
    <Page
      title={t("absence.of", { name })}
      width="form"
      crumbs={[
        { to: to.faculty({ locale }), label: t("list.title") },
        { to: to.member({ locale, member: id }), label: name },
      ]}
    >
      <MemberAbsences member={id} absences={absences} />
    </Page>
  );
}
