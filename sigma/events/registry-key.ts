/**
 * A key of the registry as the kernel names it, in the spelling that rules know (semantics 6.4): `\REGISTRY\MACHINE` is HKLM,
 * `\REGISTRY\USER` is HKU, a numbered control set is the current one. Any other text stays as it is.
 */
export function keyOf(kernelName: string): string {
  return kernelName
    .replace(/^\\REGISTRY\\MACHINE(?=\\|$)/i, 'HKLM')
    .replace(/^\\REGISTRY\\USER(?=\\|$)/i, 'HKU')
    .replace(/^(HKLM\\SYSTEM\\)ControlSet\d{3}(?=\\|$)/i, '$1CurrentControlSet')
}
