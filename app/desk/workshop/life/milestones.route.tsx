import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Boxes } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { saveMilestones } from "#app/workshops/life/commands.ts";
import { milestoneForm } from "#app/workshops/life/form.ts";
import { isStepReached, offeredDays, profileNames, profiles, sessionsBeginOn } from "#app/workshops/life/life.rules.ts";
import { findMilestoneValues } from "#app/workshops/life/queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, t, at, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const stored = await findMilestoneValues(db, workshop.id);
  const profile = queryChoice(url, "profile", profileNames);
  const firstDay = sessionsBeginOn(workshop);
  const reached = { open: isStepReached(workshop.state, "open"), closed: isStepReached(workshop.state, "closed") };
  const offered = profile && offeredDays(profile, { firstDay, today: localDate(at, workshop.zone) });
  return {
    frame,
    stored,
    initial: {
      open: reached.open ? stored.open : (offered?.open ?? stored.open),
      closed: reached.closed ? stored.closed : (offered?.closed ?? stored.closed),
      running: offered ? "1" : stored.running,
    },
    reached,
    firstDay: formatDate(locale, firstDay),
    city: cityOf(workshop.zone, t),
  };
});

export const action = guardedEdit("workshop.change", milestoneForm, {
  hold: heldWorkshop,
  stored: ({ trx }, { id }) => findMilestoneValues(trx, id),
  record: (_, { id }) => ({ actions: ["workshop.milestonesChanged"], subjectId: id }),
  async save({ trx, by, input, values, locale }, workshop) {
    const outcome = await saveMilestones(trx, workshop, input, by);
    if (outcome.status === "refused")
      return refuse(invalid({ [outcome.field]: `desk:milestones.${outcome.because}` }, values));
    return redirect(to.overview({ locale, code: workshop.code }, { done: "milestonesSaved" }));
  },
});

export default function MilestonesPage() {
  const { frame, stored, initial, reached, firstDay, city } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("desk");
  const { code } = frame.workshop;
  const labels = { open: t("milestones.open"), closed: t("milestones.closed"), running: t("milestones.running") };
  return (
    <WorkshopFrame {...frame} isWithin title={t("milestones.title")}>
      <h2 className="mb-2 text-xl">{t("milestones.title")}</h2>
      <p className="hint mb-4 max-w-[65ch]">{t("milestones.lead", { date: firstDay, city })}</p>
      {reached.closed ? null : (
        <ul className="mb-6">
          {profileNames.map((profile) => (
            <li key={profile}>
              <a className="link inline-block py-1" href={to.milestones({ locale, code }, { profile })}>
                {t(`milestones.profile.${profile}`, { open: profiles[profile].open, closed: profiles[profile].closed })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <PostForm initial={initial} stored={stored} labels={labels} saysNeed={false}>
        <div className="fields md:grid-cols-2">
          {reached.open ? (
            <input type="hidden" name="open" value={stored.open} />
          ) : (
            <DateField name="open" label={labels.open} hint={t("milestones.openHint")} optional />
          )}
          {reached.closed ? (
            <input type="hidden" name="closed" value={stored.closed} />
          ) : (
            <DateField name="closed" label={labels.closed} hint={t("milestones.closedHint")} optional />
          )}
        </div>
        <Boxes
          name="running"
          legend={labels.running}
          options={[{ value: "1", label: t("milestones.runningBox", { date: firstDay }) }]}
          optional
          unmarked
        />
        <Button look="main">{t("milestones.save")}</Button>
      </PostForm>
    </WorkshopFrame>
  );
}
