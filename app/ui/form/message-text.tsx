import { type FilledMessage, type FormMessage, useMessage, useWords } from "./message.ts";

/** What is wrong with a field, with a link to what it is about. */
export function MessageText({ message }: { message: FormMessage }) {
  const textOf = useMessage();
  return typeof message === "string" || !message.link ? (
    textOf(message)
  ) : (
    <Linked message={message} link={message.link} />
  );
}

function Linked({ message: { key, values }, link }: { message: FilledMessage; link: { value: string; href: string } }) {
  const t = useWords();
  // a line break stands for the link: none of our texts has one
  const [before, after] = t(key, { ...values, [link.value]: "\n" }).split("\n");
  return (
    <>
      {before}
      <a className="link" href={link.href}>
        {values[link.value]}
      </a>
      {after}
    </>
  );
}
