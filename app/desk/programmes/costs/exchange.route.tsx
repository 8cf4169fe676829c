import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { saveExchange } from "#app/programmes/costs/commands.ts";
import { exchangeForm } from "#app/programmes/costs/form.ts";
import { exchangeValues } from "#app/programmes/costs/form-values.ts";
import { findExchange } from "#app/programmes/costs/queries.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { ExchangeForm } from "./exchange-form.tsx";

export const loader = guardedLoader("programme.plan", async (visit) => {
  const { programme, frame } = await deskProgramme(visit);
  const initial = exchangeValues(await findExchange(visit.db, programme.id));
  return { frame, initial };
});

export const action = guardedEdit("programme.plan", exchangeForm, {
  hold: (visit) => heldProgramme(visit),
  stored: async ({ trx }, { id }) => exchangeValues(await findExchange(trx, id)),
  lists: ["rate"],
  record: (_, { id }) => ({ actions: ["exchange.changed"], subjectId: id }),
  async save({ trx, by, input, locale }, { id, code }) {
    await saveExchange(trx, id, input, by);
    return redirect(to.tariffs({ locale, code }, { done: "exchanged" }));
  },
});

export default function ExchangePage() {
  const { frame, initial } = useLoaderData<typeof loader>();
  const { t } = useTranslation("programmes");
  return (
    <ProgrammeFrame programme={frame} isWithin title={t("exchange.title")}>
      <h2 className="mb-4 text-xl">{t("exchange.title")}</h2>
      <ExchangeForm initial={initial} />
    </ProgrammeFrame>
  );
}
