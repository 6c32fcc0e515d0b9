import type { ServiceAccount } from '../../../values/account-languages.ts'
import type { Vendor } from './vendors.ts'

/** A program of the host, with what its version resource says. Empty texts stand for what the resource does not have. */
export interface Program {
  readonly image: string
  readonly description: string
  readonly originalFileName: string
  /** Null for a program that the host does not know. */
  readonly vendor: Vendor | null
  readonly account: 'user' | ServiceAccount
  /** File name of the program that usually starts it. */
  readonly parent: string
  /** What may follow the program in its command line. */
  readonly arguments: readonly string[]
  /** Ports it is known to connect to; empty for a program that keeps off the network. */
  readonly ports: readonly number[]
}
