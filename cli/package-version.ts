import { readFileSync } from 'node:fs'

/** The version in package.json, which lies one folder above the sources and two above the build. */
export function packageVersion(): string {
  const here = import.meta.url
  const above = here.endsWith('.ts') ? '../package.json' : '../../package.json'
  const manifest: unknown = JSON.parse(readFileSync(new URL(above, here), 'utf8'))
  const isObject = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isObject ? String(manifest.version) : 'unknown'
}
