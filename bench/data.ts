/** A folder laid out like SigmaHQ's repository, of which the environment knows. Throws an Error where it does not. */
export function rulesFolder(): string {
  return folderIn('SIGMAPROOF_RULES', 'a folder laid out like SigmaHQ/sigma')
}

/** A folder of recorded events. Throws an Error where the environment does not know of any. */
export function eventsFolder(): string {
  return folderIn('SIGMAPROOF_EVENTS', 'a folder of recorded events')
}

function folderIn(name: string, what: string): string {
  const folder = process.env[name]
  if (folder === undefined) throw new Error(`${name} is not set: ${what}`)
  return folder
}
