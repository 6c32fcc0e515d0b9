import type { Fields } from '../../../sigma/index.ts'
import { textOfField } from '../../facts/fact.ts'
import { secondsOf } from '../../facts/guids.ts'
import { isUnknownImage } from '../../facts/parents.ts'
import { unknownParent } from '../../host/fills/sysmon/process-creation.ts'
import { type Host, serviceSession } from '../../host/machine/profile.ts'
import { sessionNamed, sessionOf } from '../../host/machine/sessions.ts'
import { strangerOr } from '../../host/processes/execution.ts'
import { processOf } from '../../host/processes/process.ts'
import { zeroGuid } from '../../values/sysmon-guid.ts'
import type { Tie } from './tie.ts'

/** The rest of the parent that a scenario has set to one that Sysmon does not know, or to one that it does (unknown-parent). */
export function derivedParent(fields: Fields, { isSet, follows }: Tie, host: Host): Fields {
  const image = isSet('ParentImage') ? textOfField(fields, 'ParentImage') : null
  const guid = textOfField(fields, 'ParentProcessGuid')
  const isGuidGone = isSet('ParentProcessGuid') && guid === zeroGuid && image === null
  const following = (parent: Fields) =>
    Object.fromEntries(Object.entries(parent).filter(([name]) => Object.hasOwn(fields, name) && follows(name)))
  if (isGuidGone || isUnknownImage(image)) return following(unknownParent(image === '?' ? '?' : '-'))
  if (image === null || image === '' || guid !== zeroGuid) return {}
  const program = strangerOr(image)
  const somebody = host.people[0] ?? serviceSession(host, 'SYSTEM')
  const user = isSet('ParentUser') ? textOfField(fields, 'ParentUser') : null
  const session = user === null ? sessionOf(program.account, somebody, host) : sessionNamed(user, somebody, host)
  const seconds = secondsOf(textOfField(fields, 'UtcTime') ?? '') ?? host.bootSeconds
  const parent = processOf(host, program, session, seconds)
  return following({
    ParentProcessGuid: parent.guid,
    ParentProcessId: parent.id,
    ParentCommandLine: parent.commandLine,
    ParentUser: session.user,
  })
}
