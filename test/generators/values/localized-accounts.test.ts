import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { accountLanguages } from '../../../generators/values/account-languages.ts'
import {
  accountIn,
  accountInEveryLanguage,
  languageNames,
  serviceAccountNamed,
} from '../../../generators/values/localized-accounts.ts'

describe('a service account in a language', () => {
  const names = [
    ['NETWORK SERVICE', 'English', 'NT AUTHORITY\\NETWORK SERVICE'],
    ['NETWORK SERVICE', 'French', 'AUTORITE NT\\SERVICE RÉSEAU'],
    ['NETWORK SERVICE', 'Portuguese (Brazil)', 'AUTORIDADE NT\\SERVIÇO DE REDE'],
    ['NETWORK SERVICE', 'pt-BR', 'AUTORIDADE NT\\SERVIÇO DE REDE'],
    ['SYSTEM', 'Russian', 'NT AUTHORITY\\СИСТЕМА'],
    ['LOCAL SERVICE', 'Hungarian', 'NT AUTHORITY\\HELYI SZOLGÁLTATÁS'],
    ['NETWORK SERVICE', 'Finnish', 'NT-HALLINTA\\Verkkopalvelu'],
  ] as const
  for (const [account, language, name] of names) {
    it(`${account} in ${language}`, () => assert.equal(accountIn(account, language), name))
  }

  const faults = [
    ['NETWORK SERVICE', 'Turkish', 'NETWORK SERVICE in Turkish is assumed, not verified'],
    ['LOCAL SERVICE', 'Swedish', 'LOCAL SERVICE has no verified name in Swedish'],
    ['SYSTEM', 'Frensh', 'no language of Windows is called "Frensh"; nearest: French, Finnish'],
    ['NETWORK SERVCE', 'French', 'no service account is called "NETWORK SERVCE"; nearest: NETWORK SERVICE'],
  ] as const
  for (const [account, language, message] of faults) {
    it(`is refused: ${account} in ${language}`, () => {
      assert.throws(() => accountIn(account, language), { name: 'RecipeError', message })
    })
  }
})

describe('a service account in every language', () => {
  it('has each verified name once and names the languages without one', () => {
    const { names, without } = accountInEveryLanguage('NETWORK SERVICE')
    assert.equal(new Set(names).size, names.length)
    assert.ok(names.includes('NT-AUTORITÄT\\Netzwerkdienst'))
    assert.ok(!names.includes('assumed'))
    assert.deepEqual(without, ['Czech', 'Turkish', 'Greek'])
  })

  it('covers all 49 verified rows of 20 languages', () => {
    const rows = accountLanguages.flatMap((language) => Object.values(language.accounts))
    assert.equal(rows.filter((name) => name !== null && name !== 'assumed').length, 49)
    assert.equal(languageNames.length, 20)
  })

  it('is known again by any of its names', () => {
    assert.equal(serviceAccountNamed('autorite nt\\service réseau'), 'NETWORK SERVICE')
    assert.equal(serviceAccountNamed('CONTOSO\\anna.keller'), null)
    assert.equal(serviceAccountNamed('assumed'), null)
  })
})
