import { isAbsolute, relative, sep } from 'node:path'
import { visibleText } from '../../sigma/index.ts'
import { SourceError } from './source-error.ts'

/** What the file system means by its codes. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EBUSY: 'something else is using it',
  EDQUOT: 'the quota of this user is used up',
  EEXIST: 'something of that name is there already',
  EFBIG: 'it would be too large for the disk',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'it is a link that leads in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open on this machine',
  ENOENT: 'it does not exist',
  ENOSPC: 'no space is left on the disk',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENXIO: 'nothing reads from it',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
  ETXTBSY: 'it is a program that runs',
}

/** What was tried, by the call that failed; whatever else failed could not be used. */
const verbs: Readonly<Record<string, string>> = {
  mkdir: 'cannot be made',
  mkdtemp: 'cannot be made',
  read: 'cannot be read',
  rm: 'cannot be removed',
  scandir: 'cannot be read',
  unlink: 'cannot be removed',
  write: 'cannot be written',
}

/** A failure as the system tells it. */
interface SystemFault {
  readonly code: string
  readonly syscall?: string
  readonly path?: string
}

/** One plain sentence about a failure of the file system, which names the file from the root. */
export function faultSentence({ code, syscall = '', path }: SystemFault, root: string): string {
  if (syscall === 'uv_cwd') return 'the folder that it was started in is not there any more'
  const what = path === undefined ? 'a file' : `"${visibleText(shownPath(path, root))}"`
  const reason = reasons[code] ?? 'the file system refuses it'
  return `${what} ${verbs[syscall] ?? 'cannot be used'}: ${reason} (${visibleText(code)})`
}

/**
 * A failure of the file system, or an error that one has caused, as a {@link SourceError} that names the file from the root;
 * null for any other error.
 */
export function fileFault(error: unknown, root: string): SourceError | null {
  const fault = systemFaultIn(error)
  if (fault !== null) return new SourceError(faultSentence(fault, root))
  return error instanceof Error && error.cause !== undefined ? fileFault(error.cause, root) : null
}

function systemFaultIn(error: unknown): SystemFault | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null
  const { code, syscall } = error
  if (typeof code !== 'string' || typeof syscall !== 'string') return null
  return { code, syscall, ...('path' in error && typeof error.path === 'string' && { path: error.path }) }
}

function shownPath(path: string, root: string): string {
  const way = relative(root, path)
  const isBelow = way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  return isBelow ? way.split(sep).join('/') : path
}
