// The door of whoever tells what the disk refused.
export { faultSentence, fileFault } from './file-fault.ts'
export { SourceError } from './source-error.ts'
