export { readCache, writeCache } from './cache-file.ts'
export { type EventFile, type EventInput, findEventFiles } from './events/event-files.ts'
export { eventTime } from './events/event-time.ts'
export { type EventFault, type ReadEvent, readEvents } from './events/read-events.ts'
export { findFiles } from './find-files.ts'
export { withoutMark } from './left-out.ts'
export { type LoadedRules, loadRules, readRuleFiles } from './load-rules.ts'
export { MessageError } from './messages/message-error.ts'
export { type MessageFile, readMessages } from './messages/read-messages.ts'
export { packageVersion } from './package-version.ts'
export { type Settings, settingsOf } from './settings.ts'
export { SourceError } from './source-error.ts'
export { type ScopedThreshold, scopedThresholds } from './threshold-scopes.ts'
export {
  isPercentage,
  type Requirements,
  type ThresholdMeasure,
  type Thresholds,
  thresholdMeasures,
} from './thresholds.ts'
