/** What is wrong with the address of an assistant; null where it is fine. It stands in every file of a run, so it carries no secret. */
export function addressFault(address: string): string | null {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    return "the technique http needs its address as model, such as http://127.0.0.1:8080";
  const { username, password } = new URL(address);
  return username + password === ""
    ? null
    : "an address with a user name or a password would be kept in every file of the run: leave them out and let a proxy add them";
}
