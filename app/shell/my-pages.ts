import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What belongs to whoever is signed in: on each of its pages, and beside their name on every other. */
export function useMyPages() {
  const { t, locale } = useTranslation();
  return [
    { to: to.me({ locale }), label: t("mine.workshops"), end: true },
    { to: to.myTeaching({ locale }), label: t("mine.teaching") },
    { to: to.myMaterials({ locale }), label: t("mine.materials") },
    { to: to.myCertificates({ locale }), label: t("mine.certificates") },
    { to: to.myMessages({ locale }), label: t("mine.messages") },
    { to: to.profile({ locale }), label: t("mine.profile") },
    { to: to.privacy({ locale }), label: t("mine.privacy") },
  ];
}
