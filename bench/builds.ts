import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A checkout as its users get it: compiled, in a folder of its own, so that the checkout is left as it is. */
export interface Build {
  readonly name: string
  /** Holds the package, and whatever is made to measure it. */
  readonly root: string
  /** The command. */
  readonly bin: string
  /** Whether the checkout has this module: its path in the sources, without extension. */
  readonly has: (path: string) => boolean
  /** The names that a module of the build gives out. */
  readonly load: (path: string) => Promise<unknown>
}

export interface Builds {
  readonly now: Build
  readonly beside: Build | null
}

/** Compiles a checkout into a folder of that name. Throws an Error with what the compiler says where it does not compile. */
export function buildOf(name: string, checkout: string, scratch: string): Build {
  const from = resolve(checkout)
  const root = join(scratch, name)
  mkdirSync(root, { recursive: true })
  for (const path of ['package.json', 'cli/bin.js']) cpSync(join(from, path), join(root, path))
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'), 'dir')
  const compiler = join(from, 'node_modules/typescript/bin/tsc')
  const argv = [compiler, '-p', join(from, 'tsconfig.build.json'), '--outDir', join(root, 'dist')]
  const { status, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${checkout} does not compile:\n${stdout}`)
  const fileOf = (path: string): string => join(root, 'dist', `${path}.js`)
  return {
    name,
    root,
    bin: join(root, 'cli/bin.js'),
    has: (path) => existsSync(fileOf(path)),
    load: (path) => import(pathToFileURL(fileOf(path)).href),
  }
}
