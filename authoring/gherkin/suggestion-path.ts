import { visibleText } from '../../sigma/index.ts'

/**
 * Where the suggestions for a rule go, from the folder that they are written to, with `/`: like the rule's own path. No
 * rule's path leads out of the folder, or is one that some system does not take.
 */
export function suggestionPath(key: string): string {
  const segments = key
    .replace(/\.ya?ml(?=#|$)/i, '')
    .split('/')
    .map((segment) =>
      visibleText(segment)
        .replaceAll(/[<>:"\\|?*#{}]/g, '-')
        .replace(/^\.+$/, '-'),
    )
  return `suggestions/${segments.join('/')}.feature`
}
