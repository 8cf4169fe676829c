/** A text that names a page between `<a>` and `</a>`, as a link to it. */
export function LinkedText({ text, href }: { text: string; href: string }) {
  const [before, name, after] = text.split(/<\/?a>/);
  return (
    <>
      {before}
      <a className="link" href={href}>
        {name}
      </a>
      {after}
    </>
  );
}
