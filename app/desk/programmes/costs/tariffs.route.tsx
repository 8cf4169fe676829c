import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { formatMoney, formatShortDate } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { dropTariff } from "#app/programmes/costs/commands.ts";
import { tariffRemovalForm } from "#app/programmes/costs/form.ts";
import { findExchange, findTariff, listTariffs } from "#app/programmes/costs/queries.ts";
import { decimalText, rateDigits } from "#app/programmes/costs/rules.ts";
import { writeDecimal } from "#app/programmes/decimal.rules.ts";
import { Lines } from "#app/ui/display/facts.tsx";
import { Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";

export const loader = guardedLoader("programme.read", async (visit) => {
  const { db, locale, t, url } = visit;
  const { programme, frame } = await deskProgramme(visit);
  const { into, exchange } = await findExchange(db, programme.id);
  return {
    frame,
    tariffs: (await listTariffs(db, programme.id)).map(({ id, name, unit, currency, rates }) => ({
      id,
      name: textIn(name, locale),
      unit: t(`programmes:tariff.unit.${unit}`),
      rates: rates.map(({ validFrom, amount }) =>
        t("programmes:tariff.since", {
          day: formatShortDate(locale, validFrom),
          amount: formatMoney(locale, decimalText(BigInt(amount), currency), currency),
        }),
      ),
    })),
    exchange: exchange.map(({ currency, validFrom, rate }) => ({
      ...{ currency, into, rate: writeDecimal(rate, rateDigits) },
      day: formatShortDate(locale, validFrom),
    })),
    done: queryChoice(url, "done", ["saved", "removed", "used", "exchanged"]),
  };
});

export const action = guardedAction("programme.plan", tariffRemovalForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const { id, code } = await heldProgramme(visit);
  const isGone = await dropTariff(trx, id, orNotFound(await findTariff(trx, id, input.id)), by);
  return redirect(to.tariffs({ locale, code }, { done: isGone ? "removed" : "used" }));
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function TariffsPage() {
  const { frame, tariffs, exchange, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("programmes");
  const { code, mayPlan } = frame;
  const add = mayPlan ? (
    <Button look={tariffs.length ? "main" : "plain"} href={to.newTariff({ locale, code })}>
      {t("tariff.add")}
    </Button>
  ) : null;
  return (
    <ProgrammeFrame
      programme={frame}
      isWithin
      title={t("tariff.title")}
      notice={done ? <Notice tone={done === "used" ? "warn" : "good"} title={t(`tariff.done.${done}`)} /> : null}
    >
      <p className="mb-4">
        <a className="link" href={to.costs({ locale, code })}>
          {t("tariff.back")}
        </a>
      </p>
      <Section title={t("tariff.title")} aside={tariffs.length ? <span className="print:hidden">{add}</span> : null}>
        <p className="mb-6 max-w-[65ch]">{t("tariff.lead")}</p>
        {tariffs.length ? (
          <Tariffs tariffs={tariffs} code={code} mayPlan={mayPlan} />
        ) : (
          <Empty title={t("tariff.empty.title")} action={add}>
            {t("tariff.empty.text")}
          </Empty>
        )}
      </Section>
      <Section title={t("exchange.title")}>
        {exchange.length ? (
          <p className="figures">
            <Lines lines={exchange.map((rate) => ({ text: t("exchange.since", rate) }))} />
          </p>
        ) : (
          <p className="text-hint">{t("exchange.none")}</p>
        )}
        {mayPlan ? (
          <p className="mt-4 print:hidden">
            <Button look="plain" href={to.exchange({ locale, code })}>
              {t("exchange.button")}
            </Button>
          </p>
        ) : null}
      </Section>
    </ProgrammeFrame>
  );
}

function Tariffs({ tariffs, code, mayPlan }: Pick<Loaded, "tariffs"> & { code: string; mayPlan: boolean }) {
  const { t, locale } = useTranslation("programmes");
  return (
    <Table
      caption={t("tariff.title")}
      rows={tariffs}
      keyOf={({ id }) => id}
      columns={[
        {
          name: "name",
          label: t("tariff.field.name"),
          isHeading: true,
          cell: ({ id, name }) =>
            mayPlan ? (
              <a className="link" href={to.tariff({ locale, code, tariff: id })}>
                <LocalText value={name} />
              </a>
            ) : (
              <LocalText value={name} />
            ),
        },
        { name: "unit", label: t("tariff.field.unit"), isLabelled: true, cell: ({ unit }) => unit },
        {
          name: "rates",
          label: t("tariff.rates"),
          isLabelled: true,
          className: "figures",
          cell: ({ rates }) => <Lines lines={rates.map((text) => ({ text }))} />,
        },
        ...(mayPlan ? [{ ...removal, label: t("tariff.remove"), cell: removalCell(code) }] : []),
      ]}
    />
  );
}

const removal = { name: "removal", hasHiddenLabel: true, isOnScreenOnly: true };

const removalCell = (code: string) =>
  function remove({ id }: Loaded["tariffs"][number]) {
    return <Removal code={code} id={id} />;
  };

function Removal({ code, id }: { code: string; id: string }) {
  const { t, locale } = useTranslation("programmes");
  return (
    <PostButton look="plain" isSmall action={to.tariffs({ locale, code })} fields={{ id }}>
      {t("tariff.remove")}
    </PostButton>
  );
}
