import { isObject, type Json, type JsonObject } from '../../../sigma/index.ts'
import { parsedObject } from '../../formats/json/parsed-object.ts'
import type { Envelope, Opening } from './envelope.ts'
import { eventXml } from './event-xml.ts'
import { anyValue } from './otlp.ts'
import { at, has, objectAt } from './paths.ts'

/** Beside nothing else an `event` is what Splunk's HTTP collector takes. */
const ofCollector = ['time', 'host', 'source', 'sourcetype', 'index', 'fields', 'event']

/** What is wrapped in an object, as one of the wrappers that hold an object; undefined for none. */
function wrapped(json: JsonObject): Json | undefined {
  if (has(json, '_source', '_index')) return json._source
  if (Object.hasOwn(json, 'result') && (has(json, 'preview') || has(json, 'offset'))) return json.result
  if (Object.hasOwn(json, 'event') && Object.keys(json).every((key) => ofCollector.includes(key))) return json.event
  if (Object.hasOwn(json, 'body') && (has(json, 'timeUnixNano') || has(json, 'severityNumber'))) {
    return anyValue(json.body ?? null)
  }
  return at(json, 'document.data')
}

/** The places in which collectors keep an event's own text. */
const texts = ['_raw', 'message', 'event.original']

/**
 * An event inside another object. Left only where that object names no event itself: otherwise whoever writes a value of
 * it could choose which event it is.
 */
export const wrapper: Envelope = {
  name: 'wrapper',
  open: (json) => {
    if (namesAnEvent(json)) return null
    const inner = wrapped(json)
    const opened = inner === undefined ? null : openedText(inner)
    if (opened !== null) return opened
    for (const path of texts) {
      const text = at(json, path)
      const found = typeof text === 'string' ? openedText(text) : null
      if (found !== null) return found
    }
    return null
  },
}

/** An object, or a text that is one as JSON or as XML. */
function openedText(value: Json): Opening | null {
  if (isObject(value)) return { kind: 'inner', json: value }
  if (typeof value !== 'string') return null
  const text = value.trimStart()
  const json = text.startsWith('{')
    ? parsedObject(text)
    : /^<(?:\?xml|!--|(?:[\w-]+:)?Event[\s>])/.test(text)
      ? eventXml(text)
      : null
  return json === null ? null : { kind: 'inner', json }
}

/** The ways in which an object names an event: by channel, provider or id, in whatever spelling. */
const names =
  /^(?:channel|eventid|eventcode|provider|providername|sourcename|logname|eventlog|eventchannel|winlog|winlog\..*)$/i

function namesAnEvent(json: JsonObject): boolean {
  const below = ['System', 'Event.System', 'win.system', 'data.win.system', 'columns']
  if (below.some((path) => objectAt(json, path) !== null)) return true
  return Object.keys(json).some((key) => names.test(key.replaceAll(/[_ ]/g, '')))
}
