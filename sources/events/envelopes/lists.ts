import { isList, isObject, type Json, type JsonObject } from '../../../sigma/index.ts'
import type { Envelope } from './envelope.ts'
import { at } from './paths.ts'

/** Keys that answers of searches have beside the list: paging, counts, how long it took. */
const besideList =
  /^(?:took|timed_out|_shards|_scroll_id|pit_id|status|count|total|size|offset|limit|page|per_page|pages|next|prev|previous|nextlink|nexttoken|nextforwardtoken|nextbackwardtoken|preview|init_offset|messages|fields|highlighted|cursor|has_?more|truncated|searchedlogstreams|@odata\..*|max_score|aggregations|version|results?_?count)$/i

/** The list that an object is an answer with; null where it holds anything else. */
function listIn(json: JsonObject): readonly Json[] | null {
  const lists = ['events', 'Events', 'Records', 'records', 'results', 'value'].filter((key) => isList(json[key]))
  const hits = at(json, 'hits.hits')
  const [key, ...more] = isList(hits) ? ['hits', ...lists] : lists
  if (key === undefined || more.length > 0) return null
  const list = key === 'hits' ? hits : json[key]
  const others = Object.keys(json).filter((name) => name !== key)
  return isList(list) && others.every((name) => besideList.test(name)) ? list : null
}

/** The records in what an OTLP exporter sends at once. */
function recordsIn(json: JsonObject): readonly Json[] | null {
  if (!isList(json.resourceLogs) || Object.keys(json).length > 1) return null
  const below = (key: string) => (each: Json) => {
    const list = isObject(each) ? each[key] : undefined
    return isList(list) ? list : []
  }
  return json.resourceLogs.flatMap(below('scopeLogs')).flatMap(below('logRecords'))
}

/** The answer of a search, or what one request carries: each member is an event. */
export const listAnswer: Envelope = {
  name: 'list answer',
  open: (json) => {
    const members = listIn(json) ?? recordsIn(json)
    return members === null ? null : { kind: 'several', members }
  },
}
