type FormKeyProps = {
  /** A form that somebody fills in, or a button that is only pressed. */
  of: "form" | "press";
  /** Of a form that came back to be sent as it was. */
  former?: string;
};

/** Tells one form from every other, also of the same page opened again: sent twice, it acts once. */
export const FormKey = ({ of, former }: FormKeyProps) => (
  <input type="hidden" name="key" value={former ?? `${of}-${randomText()}`} />
);

/** 128 random bits. */
const randomText = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
