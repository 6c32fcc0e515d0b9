import { nearestOrKnown } from '../../sigma/index.ts'
import { RecipeError } from '../recipe-error.ts'
import { accountLanguages, type ServiceAccount } from './account-languages.ts'

/** Every service account. */
export const serviceAccounts: readonly ServiceAccount[] = ['SYSTEM', 'LOCAL SERVICE', 'NETWORK SERVICE']

/** The security identifiers of the service accounts. */
export const serviceSids: Readonly<Record<ServiceAccount, string>> = {
  SYSTEM: 'S-1-5-18',
  'LOCAL SERVICE': 'S-1-5-19',
  'NETWORK SERVICE': 'S-1-5-20',
}

/** The English names of the languages of which at least one account is verified. */
export const languageNames: readonly string[] = accountLanguages
  .filter((language) => serviceAccounts.some((account) => isVerified(language.accounts[account])))
  .map((language) => language.name)

/**
 * The full name, authority included, of a service account on a Windows of this language (its English name or its tag).
 * Throws {@link RecipeError} for an unknown account or language, and for a name that is not verified.
 */
export function accountIn(account: string, language: string): string {
  const known = serviceAccountOf(account)
  const wanted = language.toLowerCase()
  const found = accountLanguages.find((each) => [each.name.toLowerCase(), each.tag.toLowerCase()].includes(wanted))
  if (found === undefined) {
    const known = [...languageNames, ...accountLanguages.map((each) => each.tag)]
    const hint = nearestOrKnown(language, known, { listed: languageNames })
    throw new RecipeError(`no language of Windows is called "${language}"; ${hint}`)
  }
  const name = found.accounts[known]
  if (isVerified(name)) return name
  if (name === 'assumed') throw new RecipeError(`${known} in ${found.name} is assumed, not verified`)
  throw new RecipeError(`${known} has no verified name in ${found.name}`)
}

/**
 * Every verified name of a service account, each once, in the table's order; `without` names the languages that have
 * none. Throws {@link RecipeError} for an unknown account.
 */
export function accountInEveryLanguage(account: string): {
  readonly names: readonly string[]
  readonly without: readonly string[]
} {
  const known = serviceAccountOf(account)
  const names = accountLanguages.map((language) => language.accounts[known]).filter(isVerified)
  const without = accountLanguages.filter((language) => !isVerified(language.accounts[known]))
  return { names: [...new Set(names)], without: without.map((language) => language.name) }
}

/** A service account in a language, or in every one. */
interface AccountWords {
  readonly account: ServiceAccount
  /** Its English name; null for every one. */
  readonly language: string | null
}

/** What {@link accountIn} or {@link accountInEveryLanguage} has to be asked for these names; null where neither gives them. */
export function wordsForAccounts(names: readonly string[]): AccountWords | null {
  const text = names.join('\n')
  const all = serviceAccounts.find((account) => accountInEveryLanguage(account).names.join('\n') === text)
  if (all !== undefined) return { account: all, language: null }
  const found = serviceAccounts.flatMap((account) =>
    accountLanguages
      .filter(({ accounts }) => accounts[account] === text)
      .map((language) => ({ account, language: language.name })),
  )
  return found[0] ?? null
}

const accountsByName: ReadonlyMap<string, ServiceAccount> = new Map(
  serviceAccounts.flatMap((account) =>
    accountLanguages.flatMap(({ accounts }) => {
      const name = accounts[account]
      return isVerified(name) ? [[name.toLowerCase(), account] as const] : []
    }),
  ),
)

const bareNames: ReadonlySet<string> = new Set([...accountsByName.keys()].map(bareName))

/** The service account that a User text names in any verified language, letter case ignored; null for any other user. */
export function serviceAccountNamed(user: string): ServiceAccount | null {
  return accountsByName.get(user.toLowerCase()) ?? null
}

/**
 * How a Windows that calls one service account so calls another one, given in any language: itself where no language
 * tells the two apart, the first one where its name in that language is not verified. Other users are left as they are.
 */
export function accountBeside(beside: string, user: string): string {
  const [account, other] = [serviceAccountNamed(user), serviceAccountNamed(beside)]
  if (account === null || other === null) return user
  const languages = accountLanguages.filter(({ accounts }) => isSameName(accounts[other], beside))
  if (languages.some(({ accounts }) => isSameName(accounts[account], user))) return user
  return languages.map(({ accounts }) => accounts[account]).find(isVerified) ?? beside
}

/**
 * Whether one language of Windows can have all of these names, as far as they are names of service accounts; what is not
 * verified in a language may be English.
 */
export function areOfOneLanguage(users: readonly string[]): boolean {
  const named = users.flatMap((user) => {
    const account = serviceAccountNamed(user)
    return account === null ? [] : [{ user, account }]
  })
  return accountLanguages.some(({ accounts }) =>
    named.every(({ user, account }) => {
      const name = accounts[account]
      return isSameName(isVerified(name) ? name : accountIn(account, 'English'), user)
    }),
  )
}

/**
 * The service account that this is the name of without its authority, in the first language that calls one so; null for any
 * other name.
 */
export function accountWithBareName(name: string): string | null {
  const names = accountLanguages.flatMap(({ accounts }) => serviceAccounts.map((account) => accounts[account]))
  return names.filter(isVerified).find((each) => bareName(each) === name.toLowerCase()) ?? null
}

/** Whether the name after the authority is a service account's, but of no Windows that names its authority so. */
export function isUnknownAuthority(user: string): boolean {
  return serviceAccountNamed(user) === null && bareNames.has(bareName(user))
}

function bareName(user: string): string {
  return user.slice(user.lastIndexOf('\\') + 1).toLowerCase()
}

function isSameName(name: string | null, user: string): boolean {
  return isVerified(name) && name.toLowerCase() === user.toLowerCase()
}

function serviceAccountOf(text: string): ServiceAccount {
  const found = serviceAccounts.find((account) => account === text.toUpperCase())
  if (found !== undefined) return found
  throw new RecipeError(`no service account is called "${text}"; ${nearestOrKnown(text, serviceAccounts)}`)
}

function isVerified(name: string | null): name is string {
  return name !== null && name !== 'assumed'
}
