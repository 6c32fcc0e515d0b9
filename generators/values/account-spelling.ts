import { windowsEventOf } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import { serviceAccountNamed } from './localized-accounts.ts'

/** The two halves of an account. */
export function partsOfAccount(account: string): { readonly domain: string; readonly name: string } {
  const at = account.lastIndexOf('\\')
  return { domain: account.slice(0, Math.max(0, at)), name: account.slice(at + 1) }
}

/** What stands in a field for an account, and in the field beside it that has its domain; null where there is none. */
export interface SpelledAccount {
  readonly value: string
  readonly beside: { readonly field: string; readonly value: string } | null
}

/**
 * An account, given as `DOMAIN\name`, in the field's own way of writing. Sysmon's users, and others whose field has no
 * domain beside it, are written whole; `SubjectUserName` and its like hold the name alone, the domain standing in
 * `SubjectDomainName`: so in 153 of 153 service accounts that recorded events of the Security log name. The list of services
 * has names of its own, the same in every language: so in 264 of 264 recorded ones.
 */
export function accountInField(account: string, field: string, fields: Fields, eventId: number | null): SpelledAccount {
  if (isOfServiceList(field, fields)) return { value: serviceListNames(account), beside: null }
  const { domain, name } = partsOfAccount(account)
  const beside = domainFieldOf(field, fields, eventId)
  if (beside !== null) return { value: name, beside: { field: beside, value: domain } }
  return { value: isBareByName(field) ? name : account, beside: null }
}

/** Names of people and services whose domain other fields have, or none. */
function isBareByName(field: string): boolean {
  return /[A-Za-z](?:User|Account)Name$/.test(field) || /^(?:Service|SamAccount)Name$/.test(field)
}

/** The field that the event has for the domain of the account named in this one. */
function domainFieldOf(field: string, fields: Fields, eventId: number | null): string | null {
  const own = windowsEventOf(eventId)?.fields.map(({ name }) => name) ?? []
  const names = [
    field.replace(/UserName$/, 'DomainName'),
    field.replace(/UserName$/, 'UserDomain'),
    field.replace(/AccountName$/, 'AccountDomain'),
    field.replace(/AccountName$/, 'DomainName'),
  ]
  return names.find((name) => name !== field && (Object.hasOwn(fields, name) || own.includes(name))) ?? null
}

/** Where the service control manager says as whom a service runs. */
function isOfServiceList(field: string, { Channel }: Fields): boolean {
  if (field === 'ServiceAccount') return true
  return field === 'AccountName' && typeof Channel === 'string' && Channel.toLowerCase() === 'system'
}

function serviceListNames(account: string): string {
  switch (serviceAccountNamed(account)) {
    case 'SYSTEM':
      return 'LocalSystem'
    case 'LOCAL SERVICE':
      return 'NT AUTHORITY\\LocalService'
    case 'NETWORK SERVICE':
      return 'NT AUTHORITY\\NetworkService'
    case null:
      return account
  }
}
