import { SaxesParser } from 'saxes'
import type { Json, JsonObject } from '../../../sigma/index.ts'

/** Windows nests five deep; what goes on is no event. */
const mostDepth = 32

interface Open {
  readonly name: string
  readonly attributes: JsonObject
  readonly children: Map<string, Json[]>
  text: string
}

/**
 * The XML of one event, or of a part of it, in the nested spelling that evtx_dump gives it: a tag is a key, attributes lie
 * under `#attributes`, text beside them under `#text`, a repeated tag is a list. Null for what is no well-formed XML, has a
 * document type or an entity of its own, or is nested deeper than any event.
 */
export function eventXml(xml: string): JsonObject | null {
  const open: Open[] = []
  let root: JsonObject | null = null
  const parser = new SaxesParser()
  try {
    parser.on('error', (error) => {
      throw new XmlFault(error.message)
    })
    parser.on('doctype', () => {
      throw new XmlFault('a document type')
    })
    parser.on('opentag', ({ name, attributes }) => {
      if (open.length >= mostDepth) throw new XmlFault('too deep')
      open.push({ name: localName(name), attributes: { ...attributes }, children: new Map(), text: '' })
    })
    const addText = (text: string) => {
      const tag = open.at(-1)
      if (tag !== undefined) tag.text += text
    }
    parser.on('text', addText)
    parser.on('cdata', addText)
    parser.on('closetag', () => {
      const tag = open.pop()
      if (tag === undefined) return
      const parent = open.at(-1)
      if (parent === undefined) root = { [tag.name]: contentOf(tag) }
      else add(parent.children, tag.name, contentOf(tag))
    })
    parser.write(xml).close()
  } catch (error) {
    if (error instanceof XmlFault) return null
    throw error
  }
  return root
}

class XmlFault extends Error {}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function contentOf({ attributes, children, text }: Open): Json {
  const hasAttributes = Object.keys(attributes).length > 0
  const hasChildren = children.size > 0
  if (!hasAttributes && !hasChildren) return text === '' ? null : text
  return {
    ...(hasAttributes ? { '#attributes': attributes } : {}),
    ...Object.fromEntries([...children].map(([name, values]) => [name, oneOrAll(values)])),
    ...(hasChildren || text === '' ? {} : { '#text': text }),
  }
}

function oneOrAll(values: readonly Json[]): Json {
  const [first = null] = values
  return values.length === 1 ? first : values
}

function add(children: Map<string, Json[]>, name: string, value: Json): void {
  const known = children.get(name)
  if (known === undefined) children.set(name, [value])
  else known.push(value)
}
