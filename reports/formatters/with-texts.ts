/**
 * The value with each text in it, however deep, as `ofText` gives it for the name that it stands under. What does not change
 * stays the same object.
 */
export function withTexts<Value>(value: Value, ofText: (text: string, name: string) => string, name?: string): Value
export function withTexts(value: unknown, ofText: (text: string, name: string) => string, name = ''): unknown {
  if (typeof value === 'string') return ofText(value, name)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const members = value.map((each: unknown) => withTexts(each, ofText, name))
    return members.some((member, at) => member !== value[at]) ? members : value
  }
  const entries = Object.entries(value)
  let isSame = true
  for (const entry of entries) {
    const [own, each] = entry
    entry[1] = withTexts(each, ofText, own)
    isSame &&= entry[1] === each
  }
  return isSame ? value : Object.fromEntries(entries)
}
