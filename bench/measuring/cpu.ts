/** What some work gave, and the CPU seconds (user and system) that this process took for it: other work of the machine is not in it. */
export function cpuOf<Value>(work: () => Value): { readonly value: Value; readonly cpu: number } {
  const started = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(started)
  return { value, cpu: (user + system) / 1e6 }
}
