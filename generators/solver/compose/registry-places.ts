/** A place in the registry, `{user}` being the hive of whoever acts and `{classes}` that of the types they registered. */
type RegistryPlace = readonly [fragment: RegExp, keys: readonly string[]]

const windows = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
const windowsNt = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
const control = 'HKLM\\System\\CurrentControlSet\\Control'
const services = 'HKLM\\System\\CurrentControlSet\\Services'
const office = '{user}\\Software\\Microsoft\\Office\\16.0'

/**
 * Below which keys the first words of a path usually lie, those nearest to a hive first: general knowledge of Windows. Of
 * several keys the first is the likeliest.
 */
export const registryPlaces: readonly RegistryPlace[] = [
  [/^(?:HKLM|HKU|HKCR|REGISTRY)(?:\\|$)/i, ['']],
  [/^(?:S-1-|\.DEFAULT)/i, ['HKU']],
  [/^(?:SYSTEM|HARDWARE|SAM|SECURITY\\Policy|BCD\d+|COMPONENTS)(?:\\|$)/i, ['HKLM']],
  [/^_Classes(?:\\|$)/i, ['{classes}', '{user}_Classes']],
  [/^Software\\Classes(?:\\|$)/i, ['HKLM']],
  [/^Software\\(?:Microsoft\\(?:Office|Ctf|HtmlHelp)|AppDataLow|Winternals|Sysinternals)/i, ['{user}', 'HKLM']],
  [/^Software\\[^\\]+\\.*\\Explorer\\(?:RunMRU|TypedPaths|Advanced)/i, ['{user}', 'HKLM']],
  [/^Software(?:\\|$)/i, ['HKLM', '{user}']],
  [/^(?:CurrentControlSet|ControlSet\d*|Setup)(?:\\|$)/i, ['HKLM\\System']],
  [/^(?:Control|Services|Enum|Hardware Profiles)\\/i, ['HKLM\\System\\CurrentControlSet']],
  [
    /^(?:SafeBoot|Lsa|LsaExtensionConfig|Terminal Server|SecurityProviders|Print\\|NetworkProvider|DeviceGuard|FileSystem|WMI|CrashControl)/i,
    [control],
  ],
  [/^WDigest\\/i, [`${control}\\SecurityProviders`]],
  [
    /^(?:AppCertDlls|BootExecute|BootVerification|Execute|KnownDlls|PendingFile|S0Initial|SetupExecute)/i,
    [`${control}\\Session Manager`],
  ],
  [/^(?:BFE|EventLog|LanmanServer|NTDS|PortProxy|SharedAccess|TermService|VSS|W32Time|WinSock2)\\/i, [services]],
  [/^(?:Protocol_Catalog9|NameSpace_Catalog5)/i, [`${services}\\WinSock2\\Parameters`]],
  [/^(?:Parameters|ImagePath|ServiceDll|Start|ObjectName|Instances)(?:\\|$)/i, [`${services}\\ContosoSync`]],
  [/^(?:Environment|Control Panel|Keyboard Layout|Volatile Environment|Network|Console)(?:\\|$)/i, ['{user}']],
  [
    /^(?:UserInitMprLogonScript|COR(?:ECLR)?_|COMPlus_)/i,
    ['{user}\\Environment', `${control}\\Session Manager\\Environment`],
  ],
  [
    /^Microsoft\\(?:Terminal Server Client|.*\\Explorer\\(?:RunMRU|TypedPaths|Advanced))/i,
    ['{user}\\Software', 'HKLM\\SOFTWARE'],
  ],
  [/^Policies\\Microsoft(?:\\|$)/i, ['HKLM\\SOFTWARE', '{user}\\Software']],
  [
    /^(?:Microsoft|Sophos|Google|ODBC|Wow6432Node|Gentil|Microsift|NetWire)(?:\\|\s|$)/i,
    ['HKLM\\SOFTWARE', '{user}\\Software'],
  ],
  [/^(?:Sysinternals|Active Directory Explorer|ProcDump|Process Explorer)/i, ['{user}\\Software\\Sysinternals']],
  [/^(?:Handle|LiveKd|Ps[A-Z]\w+|SDelete)/i, ['{user}\\Software\\Sysinternals']],
  [/^(?:Windows NT\\Terminal Services)/i, ['HKLM\\SOFTWARE\\Policies\\Microsoft']],
  [
    /^(?:Windows(?: NT| Defender| Script|AI)?\\|Internet Explorer|Windows Defender|PowerShell|\.NETFramework|Office\\)/i,
    ['HKLM\\SOFTWARE\\Microsoft', '{user}\\Software\\Microsoft'],
  ],
  [/^(?:CurrentVersion)\\Print\\/i, ['HKLM\\SOFTWARE\\Microsoft\\Windows NT']],
  [/^(?:CurrentVersion)(?:\\|$)/i, ['HKLM\\SOFTWARE\\Microsoft\\Windows', '{user}\\Software\\Microsoft\\Windows']],
  [
    /^(?:Winlogon|Image File Execution|AppCompatFlags|Drivers32|Font Drivers|Schedule|SilentProcessExit|Ports)/i,
    [windowsNt],
  ],
  [
    /^(?:Run|RunOnce|RunOnceEx|RunServices|RunServicesOnce|Policies|Explorer|Group Policy|Internet Settings|ShellServiceObject\w*|PushNotifications|ImmersiveShell)(?:\\|$)/i,
    [`HKLM\\${windows}`, '{user}\\Software\\Microsoft\\Windows\\CurrentVersion'],
  ],
  [/^(?:Authentication|WINEVT|Setup|BITS|AppModelUnlock|DriverSearching)(?:\\|$)/i, [`HKLM\\${windows}`]],
  [/^(?:ProxyByPass|IntranetName|UNCAsIntranet|AutoDetect)$/i, [`{user}\\${windows}\\Internet Settings\\ZoneMap`]],
  [/^(?:Access|Excel|Onenote|Outlook|PowerPoint|Word)(?:\\|$)/i, [office]],
  [/^Security\\Trusted/i, [`${office}\\Word`]],
  [/^Security(?:\\|$)/i, [`${office}\\Excel`]],
  [/^Classes(?:\\|$)/i, ['HKLM\\SOFTWARE', '{user}_', '{user}\\Software']],
  [/^Root\\InventoryApplicationFile/i, ['\\REGISTRY\\A\\{c4e1a1d2-7d0c-4f9b-9d6e-2b1f0a7c5e38}']],
  [
    /^(?:CLSID|Directory|Folder|AllFileSystemObjects|AppX\w+|exefile|mscfile|ms-settings|PROTOCOLS|Shellex|\.[a-z]\w*\\|Htmlfile|ActivatableClasses)(?:\\|$)/i,
    ['{classes}', 'HKLM\\SOFTWARE\\Classes'],
  ],
  [/^(?:shell\\|open\\command)/i, ['{classes}\\Contoso.Document', 'HKLM\\SOFTWARE\\Classes\\Contoso.Document']],
  [/^(?:InprocServer32|LocalServer32|TreatAs|\{[0-9a-f]{8}-)/i, ['HKLM\\SOFTWARE\\Classes\\CLSID', '{classes}\\CLSID']],
]

/** Where a path lies that nothing tells of. */
export const strangePlaces: readonly string[] = [
  'HKLM\\SOFTWARE\\Contoso\\Suite',
  '{user}\\Software\\Contoso\\Suite',
  `HKLM\\${windows}\\Contoso`,
  'HKLM\\System\\CurrentControlSet\\Services\\ContosoSync',
]
