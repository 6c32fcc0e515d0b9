export { readBaseline, writeBaseline } from './baseline-file.ts'
export { readCache, writeCache } from './cache-file.ts'
export { type EventFile, type EventInput, findEventFiles } from './events/event-files.ts'
export { exactJson } from './events/exact-json.ts'
export { type OpenedEvent, openEvents } from './events/open-event.ts'
export { type EventFault, type ReadEvent, readEvents } from './events/read-events.ts'
export type { EventSpelling } from './events/spelling.ts'
export { featureText } from './feature-text.ts'
export { faultSentence, fileFault } from './file-fault.ts'
export { findFiles } from './find-files.ts'
export { withoutMark } from './left-out.ts'
export { type LoadedRules, loadRules, readRuleFiles } from './load-rules.ts'
export { MessageError } from './messages/message-error.ts'
export { type MessageFile, readMessages } from './messages/read-messages.ts'
export { unlockAll } from './output/lock.ts'
export { mutationFiles } from './output/our-places.ts'
export {
  beginOutput,
  claimOutput,
  clear,
  clearReports,
  endOutput,
  isClaimed,
  list,
  type OutputFolder,
} from './output/output-folder.ts'
export { writeOutput, writeSuggestions } from './output/write-output.ts'
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
export { type ToldRules, toldRules } from './told-rules.ts'
