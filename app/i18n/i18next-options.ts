/** The same on both sides, so that what the server rendered is what the browser hydrates. */
export const i18nextOptions = {
  fallbackLng: false as const,
  defaultNS: "common",
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
  returnNull: false as const,
};
