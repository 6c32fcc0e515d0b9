import { windowsEvents } from '../../catalogue/index.ts'

const heading = '## Events that are described\n'

/** The document with a row for each event of the catalogue at its end. */
export function withEventTable(text: string): string {
  const rows = windowsEvents.map(({ log, id, name, aliases, categories }) => {
    return `| ${log.name} ${id} | ${[name, ...aliases].join(', ')} | ${categories.map((each) => `\`${each}\``).join(', ')} |`
  })
  const before = text.includes(heading) ? text.slice(0, text.indexOf(heading)) : `${text.trimEnd()}\n\n`
  return `${before}${heading}
Their fields, types and order are in the JSON Schemas, \`sigmaproof/schemas/sysmon-event-3.json\` and so on. A Sysmon event can
be named in a step by any of its names, in any letter case, or as \`Sysmon 3\`.

| event | names | categories of rules |
|---|---|---|
${rows.join('\n')}
`
}
