import type { EventId } from '../../../catalogue/index.ts'
import type { Fill } from './fill.ts'
import { filledLogCleared } from './other-logs/eventlog.ts'
import { filledModule, filledScriptBlock } from './other-logs/powershell.ts'
import { filledRegistryAudit } from './other-logs/registry-audit.ts'
import { filledCreationAudit, filledLogon } from './other-logs/security.ts'
import { filledProcessAccess, filledRemoteThread } from './sysmon/access.ts'
import {
  filledClipboard,
  filledExecutable,
  filledFileCreation,
  filledFileDeletion,
  filledFileStream,
  filledFileTimeChange,
  filledRawAccess,
  filledTampering,
  filledTermination,
} from './sysmon/files.ts'
import { filledDriverLoad, filledImageLoad } from './sysmon/images.ts'
import { filledNetworkConnection } from './sysmon/network-connection.ts'
import { filledProcessCreation } from './sysmon/process-creation.ts'
import { filledRegistry } from './sysmon/registry.ts'
import { filledService } from './sysmon/service.ts'
import { filledDnsQuery, filledPipe } from './sysmon/talk.ts'
import { filledWmi } from './sysmon/wmi.ts'

/** How the fields of each event are filled, by its id. */
export const fills: { readonly [Id in EventId]: Fill<Id> } = {
  1: filledProcessCreation,
  2: filledFileTimeChange,
  3: filledNetworkConnection,
  4: filledService,
  5: filledTermination,
  6: filledDriverLoad,
  7: filledImageLoad,
  8: filledRemoteThread,
  9: filledRawAccess,
  10: filledProcessAccess,
  11: filledFileCreation,
  12: filledRegistry,
  13: filledRegistry,
  14: filledRegistry,
  15: filledFileStream,
  16: filledService,
  17: filledPipe,
  18: filledPipe,
  19: filledWmi,
  20: filledWmi,
  21: filledWmi,
  22: filledDnsQuery,
  23: filledFileDeletion,
  24: filledClipboard,
  25: filledTampering,
  26: filledFileDeletion,
  27: filledExecutable,
  28: filledFileDeletion,
  29: filledExecutable,
  104: filledLogCleared,
  255: filledService,
  4103: filledModule,
  4104: filledScriptBlock,
  4624: filledLogon,
  4657: filledRegistryAudit,
  4688: filledCreationAudit,
}
