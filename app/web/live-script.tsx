import { useAnswer } from "#app/web/answer.tsx";

/** Stands in a part of a page that has `data-live`: only such a page brings a script. */
export function LiveScript() {
  const { nonce, script } = useAnswer();
  return <script type="module" nonce={nonce} src={script} />;
}
