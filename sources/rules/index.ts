// The door of whoever reads rules.
export { readBaseline, writeBaseline } from './baseline-file.ts'
export { findFiles } from './find-files.ts'
export { withoutMark } from './left-out.ts'
export { type LoadedRules, loadRules, type ReadRules, readRuleFiles } from './load-rules.ts'
export { type ToldRules, toldRules } from './told-rules.ts'
