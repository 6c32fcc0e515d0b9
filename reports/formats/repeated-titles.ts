/** The titles that more than one of these rules bears: a reader needs more to tell them apart. */
export function repeatedTitles(rules: readonly { readonly title: string }[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { title } of rules) (seen.has(title) ? repeated : seen).add(title)
  return repeated
}
