import type { Json } from '../../../sigma/index.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number(code)),
  )
}

/** What stands in the Data elements of an event, or in those below UserData, read back as an XML reader would. */
export function dataIn(xml: string): readonly (readonly [name: string, text: string])[] {
  const own = userDataIn(xml)
  if (own !== null) return own.data
  return [...xml.matchAll(/<Data Name="([^"<>]*)">([^<>]*)<\/Data>/g)].map(([, name = '', text = '']) => [
    unescaped(name),
    unescaped(text),
  ])
}

/** The one element below UserData with what stands in it; null for an event with EventData. */
function userDataIn(xml: string) {
  const [, element = '', content] = /<UserData><([\w.-]+) xmlns="[^"<>]+">(.*)<\/\1><\/UserData>/s.exec(xml) ?? []
  if (content === undefined) return null
  const elements = [...content.matchAll(/<([\w.-]+)>([^<>]*)<\/\1>/g)]
  return { element, data: elements.map(([, name = '', text = '']) => [name, unescaped(text)] as const) }
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
  const own = userDataIn(xml)
  if (own !== null) {
    const UserData = { [own.element]: Object.fromEntries(own.data) }
    return { Event: { System: Object.fromEntries(tags), UserData } }
  }
  const data = dataIn(xml).map(([Name, text]) => ({ '#attributes': { Name }, '#text': text }))
  return { Event: { System: Object.fromEntries(tags), EventData: { Data: data } } }
}
