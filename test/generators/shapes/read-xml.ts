import type { Json } from '../../../sigma/index.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number(code)),
  )
}

/** What stands in the Data elements of an event, read back as an XML reader would. */
export function dataIn(xml: string): readonly (readonly [name: string, text: string])[] {
  return [...xml.matchAll(/<Data Name="([^"<>]*)">([^<>]*)<\/Data>/g)].map(([, name = '', text = '']) => [
    unescaped(name),
    unescaped(text),
  ])
}

/** An event's XML as readers turn it into JSON: every value a text. */
export function readXml(xml: string): Json {
  const [, system = ''] = /<System>(.*)<\/System>/s.exec(xml) ?? []
  const tags = [...system.matchAll(/<([\w.-]+)((?: [\w.-]+="[^"<>]*")*)(?:\/>|>([^<>]*)<\/\1>)/g)].map(
    ([, tag = '', attributes = '', text]) => {
      const listed = [...attributes.matchAll(/ ([\w.-]+)="([^"<>]*)"/g)].map(([, name = '', value = '']) => [
        name,
        unescaped(value).replace(/^\{(.*)\}$/, '$1'),
      ])
      const content = text === undefined ? {} : { '#text': unescaped(text) }
      return [tag, { '#attributes': Object.fromEntries(listed), ...content }]
    },
  )
  const data = dataIn(xml).map(([Name, text]) => ({ '#attributes': { Name }, '#text': text }))
  return { Event: { System: Object.fromEntries(tags), EventData: { Data: data } } }
}
