import { administration } from './administration.ts'
import { applications } from './applications.ts'
import { filesAndNetwork } from './files-and-network.ts'
import { maintenance } from './maintenance.ts'
import type { Program } from './program.ts'
import { scriptHosts } from './script-hosts.ts'
import { windowsItself } from './windows-itself.ts'

/** The programs of the host. A fact of the product is taken from general knowledge of Windows, none from recorded events. */
export const programs: readonly Program[] = [
  ...windowsItself,
  ...scriptHosts,
  ...administration,
  ...filesAndNetwork,
  ...maintenance,
  ...applications,
]
