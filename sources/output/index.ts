// The door of whoever writes into the output folder.
export { readCache, writeCache } from './cache-file.ts'
export { unlockAll } from './lock.ts'
export { mutationFiles } from './our-places.ts'
export {
  beginOutput,
  claimOutput,
  clear,
  clearReports,
  endOutput,
  isClaimed,
  list,
  type OutputFolder,
} from './output-folder.ts'
export { writeOutput, writeSuggestions } from './write-output.ts'
