/** The service accounts that every Windows has. */
export type ServiceAccount = 'SYSTEM' | 'LOCAL SERVICE' | 'NETWORK SERVICE'

/**
 * How one display language of Windows names them, as Sysmon writes User. `assumed` stands where a name is believed but no
 * source was found, null where not even that is known; neither is ever used in an event.
 */
export interface AccountLanguage {
  /** Language tag. */
  readonly tag: string
  readonly name: string
  readonly accounts: Readonly<Record<ServiceAccount, string | 'assumed' | null>>
}

/** Every language looked at; those that Windows leaves in English are among them. */
export const accountLanguages: readonly AccountLanguage[] = [
  {
    tag: 'en',
    name: 'English',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\SYSTEM',
      'LOCAL SERVICE': 'NT AUTHORITY\\LOCAL SERVICE',
      'NETWORK SERVICE': 'NT AUTHORITY\\NETWORK SERVICE',
    },
  },
  {
    tag: 'ja',
    name: 'Japanese',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\SYSTEM',
      'LOCAL SERVICE': 'NT AUTHORITY\\LOCAL SERVICE',
      'NETWORK SERVICE': 'NT AUTHORITY\\NETWORK SERVICE',
    },
  },
  {
    tag: 'ko',
    name: 'Korean',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\SYSTEM',
      'LOCAL SERVICE': 'NT AUTHORITY\\LOCAL SERVICE',
      'NETWORK SERVICE': 'NT AUTHORITY\\NETWORK SERVICE',
    },
  },
  {
    tag: 'zh-CN',
    name: 'Chinese (Simplified)',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\SYSTEM',
      'LOCAL SERVICE': 'NT AUTHORITY\\LOCAL SERVICE',
      'NETWORK SERVICE': 'NT AUTHORITY\\NETWORK SERVICE',
    },
  },
  {
    tag: 'zh-TW',
    name: 'Chinese (Traditional)',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\SYSTEM',
      'LOCAL SERVICE': 'NT AUTHORITY\\LOCAL SERVICE',
      'NETWORK SERVICE': 'NT AUTHORITY\\NETWORK SERVICE',
    },
  },
  {
    tag: 'de',
    name: 'German',
    accounts: {
      SYSTEM: 'NT-AUTORITÄT\\SYSTEM',
      'LOCAL SERVICE': 'NT-AUTORITÄT\\LOKALER DIENST',
      'NETWORK SERVICE': 'NT-AUTORITÄT\\Netzwerkdienst',
    },
  },
  {
    tag: 'fr',
    name: 'French',
    accounts: {
      SYSTEM: 'AUTORITE NT\\Système',
      'LOCAL SERVICE': 'AUTORITE NT\\SERVICE LOCAL',
      'NETWORK SERVICE': 'AUTORITE NT\\SERVICE RÉSEAU',
    },
  },
  {
    tag: 'it',
    name: 'Italian',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\SYSTEM',
      'LOCAL SERVICE': 'NT AUTHORITY\\SERVIZIO LOCALE',
      'NETWORK SERVICE': 'NT AUTHORITY\\SERVIZIO DI RETE',
    },
  },
  {
    tag: 'es',
    name: 'Spanish',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\SYSTEM',
      'LOCAL SERVICE': 'NT AUTHORITY\\SERVICIO LOCAL',
      'NETWORK SERVICE': 'NT AUTHORITY\\Servicio de red',
    },
  },
  {
    tag: 'pt-BR',
    name: 'Portuguese (Brazil)',
    accounts: {
      SYSTEM: 'AUTORIDADE NT\\SISTEMA',
      'LOCAL SERVICE': 'AUTORIDADE NT\\SERVIÇO LOCAL',
      'NETWORK SERVICE': 'AUTORIDADE NT\\SERVIÇO DE REDE',
    },
  },
  {
    tag: 'pt-PT',
    name: 'Portuguese (Portugal)',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\SYSTEM',
      'LOCAL SERVICE': 'NT AUTHORITY\\SERVIÇO LOCAL',
      'NETWORK SERVICE': 'NT AUTHORITY\\Serviço de rede',
    },
  },
  {
    tag: 'ru',
    name: 'Russian',
    accounts: {
      SYSTEM: 'NT AUTHORITY\\СИСТЕМА',
      'LOCAL SERVICE': 'NT AUTHORITY\\LOCAL SERVICE',
      'NETWORK SERVICE': 'NT AUTHORITY\\NETWORK SERVICE',
    },
  },
  {
    tag: 'pl',
    name: 'Polish',
    accounts: {
      SYSTEM: 'ZARZĄDZANIE NT\\SYSTEM',
      'LOCAL SERVICE': 'assumed',
      'NETWORK SERVICE': 'ZARZĄDZANIE NT\\USŁUGA SIECIOWA',
    },
  },
  {
    tag: 'nb-NO',
    name: 'Norwegian',
    accounts: {
      SYSTEM: 'NT-MYNDIGHET\\SYSTEM',
      'LOCAL SERVICE': 'NT-MYNDIGHET\\LOKAL TJENESTE',
      'NETWORK SERVICE': 'NT-MYNDIGHET\\NETTVERKSTJENESTE',
    },
  },
  {
    tag: 'sv-SE',
    name: 'Swedish',
    accounts: { SYSTEM: 'NT instans\\SYSTEM', 'LOCAL SERVICE': null, 'NETWORK SERVICE': 'NT instans\\NETWORK SERVICE' },
  },
  {
    tag: 'hu-HU',
    name: 'Hungarian',
    accounts: {
      SYSTEM: 'assumed',
      'LOCAL SERVICE': 'NT AUTHORITY\\HELYI SZOLGÁLTATÁS',
      'NETWORK SERVICE': 'NT AUTHORITY\\HÁLÓZATI SZOLGÁLTATÁS',
    },
  },
  {
    tag: 'cs-CZ',
    name: 'Czech',
    accounts: { SYSTEM: 'assumed', 'LOCAL SERVICE': 'NT AUTHORITY\\LOCAL SERVICE', 'NETWORK SERVICE': 'assumed' },
  },
  {
    tag: 'nl-NL',
    name: 'Dutch',
    accounts: { SYSTEM: 'assumed', 'LOCAL SERVICE': null, 'NETWORK SERVICE': 'NT AUTHORITY\\Netwerkservice' },
  },
  {
    tag: 'da-DK',
    name: 'Danish',
    accounts: { SYSTEM: 'assumed', 'LOCAL SERVICE': 'assumed', 'NETWORK SERVICE': 'NT AUTHORITY\\NETVÆRKSTJENESTE' },
  },
  {
    tag: 'fi-FI',
    name: 'Finnish',
    accounts: { SYSTEM: 'assumed', 'LOCAL SERVICE': null, 'NETWORK SERVICE': 'NT-HALLINTA\\Verkkopalvelu' },
  },
  {
    tag: 'tr-TR',
    name: 'Turkish',
    accounts: { SYSTEM: 'assumed', 'LOCAL SERVICE': 'assumed', 'NETWORK SERVICE': 'assumed' },
  },
  {
    tag: 'el-GR',
    name: 'Greek',
    accounts: { SYSTEM: 'assumed', 'LOCAL SERVICE': 'assumed', 'NETWORK SERVICE': 'assumed' },
  },
]
