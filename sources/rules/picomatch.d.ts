/** The part of picomatch that is used; it brings no types of its own. */
declare module 'picomatch' {
  interface Options {
    /** Wildcards match names that begin with a dot. */
    readonly dot: boolean
    /** A `!` at the start is one of the characters. */
    readonly nonegate: boolean
  }

  /** Makes a test of a glob: whether a path with `/` matches. */
  export default function picomatch(pattern: string, options: Options): (path: string) => boolean
}
