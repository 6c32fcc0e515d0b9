export { findFiles } from './find-files.ts'
export { type LoadedRules, loadRules } from './load-rules.ts'
export { type Settings, settingsOf } from './settings.ts'
export { SourceError } from './source-error.ts'
