/** An e-mail address, which a narrow column may break before its host and nowhere else. */
export function Address({ email }: { email: string }) {
  const host = email.lastIndexOf("@");
  return (
    <>
      {email.slice(0, host)}
      <wbr />
      {email.slice(host)}
    </>
  );
}
