import { nearestNames } from '../../sigma/index.ts'
import { RecipeError } from '../recipe-error.ts'
import { accountLanguages, type ServiceAccount } from './account-languages.ts'

const serviceAccounts: readonly ServiceAccount[] = ['SYSTEM', 'LOCAL SERVICE', 'NETWORK SERVICE']

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
    const nearest = nearestNames(language, [...languageNames, ...accountLanguages.map((each) => each.tag)])
    throw new RecipeError(`no language of Windows is called "${language}"; nearest: ${nearest.join(', ') || 'none'}`)
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

/** The service account that a User text names in any verified language, letter case ignored; null for any other user. */
export function serviceAccountNamed(user: string): ServiceAccount | null {
  const wanted = user.toLowerCase()
  return (
    serviceAccounts.find((account) =>
      accountInEveryLanguage(account).names.some((name) => name.toLowerCase() === wanted),
    ) ?? null
  )
}

function serviceAccountOf(text: string): ServiceAccount {
  const found = serviceAccounts.find((account) => account === text.toUpperCase())
  if (found !== undefined) return found
  const nearest = nearestNames(text, serviceAccounts).join(', ') || 'none'
  throw new RecipeError(`no service account is called "${text}"; nearest: ${nearest}`)
}

function isVerified(name: string | null): name is string {
  return name !== null && name !== 'assumed'
}
