import { fileName } from './find-program.ts'
import type { Vendor } from './installed/vendors.ts'
import { resourceOf, type VersionResource } from './version-resource.ts'

/** A library or driver of the host, with what its version resource says. */
export interface Module {
  readonly image: string
  readonly description: string
  readonly originalFileName: string
  /** Null for a file without a version resource. */
  readonly vendor: Vendor | null
  /** Who signed it; empty for an unsigned file. */
  readonly signature: string
}

function windows(name: string, description: string, originalFileName: string = name): Module {
  const image = `C:\\Windows\\System32\\${name}`
  return { image, description, originalFileName, vendor: 'windows', signature: 'Microsoft Windows' }
}

const assemblies = 'C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\'

/** Libraries of the host, by general knowledge of Windows. The first few are loaded by every program. */
export const modules: readonly Module[] = [
  windows('ntdll.dll', 'NT Layer DLL'),
  windows('kernel32.dll', 'Windows NT BASE API Client DLL', 'kernel32'),
  windows('KernelBase.dll', 'Windows NT BASE API Client DLL', 'Kernelbase'),
  windows('user32.dll', 'Multi-User Windows USER API Client DLL', 'user32'),
  windows('gdi32.dll', 'GDI Client DLL', 'gdi32'),
  windows('advapi32.dll', 'Advanced Windows 32 Base API', 'advapi32.dll'),
  windows('sechost.dll', 'Host for SCM/SDDL/LSA Lookup APIs'),
  windows('rpcrt4.dll', 'Remote Procedure Call Runtime'),
  windows('combase.dll', 'Microsoft COM for Windows', 'COMBASE.DLL'),
  windows('ole32.dll', 'Microsoft OLE for Windows', 'OLE32.DLL'),
  windows('shell32.dll', 'Windows Shell Common Dll', 'SHELL32.DLL'),
  windows('shlwapi.dll', 'Shell Light-weight Utility Library', 'SHLWAPI.DLL'),
  windows('msvcrt.dll', 'Windows NT CRT DLL'),
  windows('imm32.dll', 'Multi-User Windows IMM32 API Client DLL', 'imm32'),
  windows('bcrypt.dll', 'Windows Cryptographic Primitives Library'),
  windows('crypt32.dll', 'Crypto API32', 'CRYPT32.DLL'),
  windows('ws2_32.dll', 'Windows Socket 2.0 32-Bit DLL'),
  windows('dnsapi.dll', 'DNS Client API DLL', 'dnsapi'),
  windows('winhttp.dll', 'Windows HTTP Services'),
  windows('wininet.dll', 'Internet Extensions for Win32'),
  windows('uxtheme.dll', 'Microsoft UxTheme Library', 'UxTheme.dll'),
  windows('version.dll', 'Version Checking and File Installation Libraries', 'VERSION.DLL'),
  windows('userenv.dll', 'Userenv'),
  windows('profapi.dll', 'User Profile Basic API', 'PROFAPI.DLL'),
  windows('amsi.dll', 'Anti-Malware Scan Interface'),
  windows('dbghelp.dll', 'Windows Image Helper', 'DBGHELP.DLL'),
  windows('dbgcore.dll', 'Windows Core Debugging Helpers', 'DBGCORE.DLL'),
  windows('samlib.dll', 'SAM Library DLL', 'SAMLib.DLL'),
  windows('vaultcli.dll', 'Credential Vault Client Library'),
  windows('taskschd.dll', 'Task Scheduler COM API'),
  windows('wbem\\wbemprox.dll', 'WMI', 'wbemprox.dll'),
  windows('wbem\\fastprox.dll', 'WMI Custom Marshaller', 'fastprox.dll'),
  windows('wbemcomn.dll', 'WMI'),
  windows('vssapi.dll', 'Microsoft® Volume Shadow Copy Requestor/Writer Services API DLL', 'VSSAPI.DLL'),
  windows('credui.dll', 'Credential Manager User Interface'),
  windows('spoolss.dll', 'Spooler SubSystem DLL'),
  windows('mscoree.dll', 'Microsoft .NET Runtime Execution Engine'),
  {
    image: `${assemblies}clr.dll`,
    description: 'Microsoft .NET Runtime Common Language Runtime - WorkStation',
    originalFileName: 'clr.dll',
    vendor: 'net',
    signature: 'Microsoft Corporation',
  },
  {
    image: `${assemblies}clrjit.dll`,
    description: 'Microsoft .NET Runtime Just-In-Time Compiler',
    originalFileName: 'clrjit.dll',
    vendor: 'net',
    signature: 'Microsoft Corporation',
  },
  {
    image:
      'C:\\Windows\\assembly\\NativeImages_v4.0.30319_64\\System.Manaa57fc8cc#\\5e2d1ac0\\System.Management.Automation.ni.dll',
    description: 'System.Management.Automation',
    originalFileName: 'System.Management.Automation.dll',
    vendor: 'windows',
    signature: '',
  },
  {
    image: 'C:\\Program Files\\Contoso Suite\\viewer.dll',
    description: '',
    originalFileName: '',
    vendor: null,
    signature: '',
  },
]

function driver(name: string, description: string, signature = 'Microsoft Windows'): Module {
  const image = `C:\\Windows\\System32\\drivers\\${name}`
  return { image, description, originalFileName: name, vendor: 'windows', signature }
}

/** Drivers of the host. */
export const drivers: readonly Module[] = [
  driver('tcpip.sys', 'TCP/IP Driver'),
  driver('ntfs.sys', 'NT File System Driver'),
  driver('usbhub.sys', 'Default Hub Driver for USB'),
  driver('condrv.sys', 'Console Driver'),
  driver('http.sys', 'HTTP Protocol Stack'),
  driver('srv2.sys', 'Smb 2.0 Server driver'),
  driver('contosofilter.sys', 'Contoso File System Filter', 'Contoso, Ltd.'),
]

/** The module at this path, or else of this file name, letter case ignored; null when the host has none. */
export function moduleAt(image: string): Module | null {
  const wanted = image.toLowerCase()
  const all = [...modules, ...drivers]
  return (
    all.find((each) => each.image.toLowerCase() === wanted) ??
    all.find((each) => fileName(each.image).toLowerCase() === fileName(wanted)) ??
    null
  )
}

/** What events say of a module's file: its version resource, and nothing where it has none. */
export function moduleResource({ description, originalFileName, vendor }: Module): VersionResource {
  return resourceOf(description, originalFileName, vendor)
}
