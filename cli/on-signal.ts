/** What ends a process from outside and can be heard. */
const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Has something done when a signal ends the process, which then ends by that signal: whoever waits for it sees which. Returns
 * what takes it back. Only for while the process waits: in the middle of its own work it hears nothing.
 */
export function onSignal(act: (signal: NodeJS.Signals) => void): () => void {
  const hear = (signal: NodeJS.Signals): void => {
    takeBack()
    act(signal)
    process.kill(process.pid, signal)
  }
  const takeBack = (): void => {
    for (const signal of signals) process.off(signal, hear)
  }
  for (const signal of signals) process.on(signal, hear)
  return takeBack
}
