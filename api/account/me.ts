// What does a person learn about himself: appointments, what he may start, how much waits for him?
import type { Me } from '../../contract/account/session.ts'
import type { SignedIn } from '../../db/organisation/accounts.ts'
import { planningFor, withScope } from '../../db/scope.ts'
import { countInbox } from '../../db/tasks/inbox-reads.ts'
import { groupsOf } from '../../domain/organisation/actor.ts'
import { mayStart, scopeOf } from '../../domain/organisation/policy.ts'
import { mayReadRegister, readerOf } from '../../domain/registers/entry.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import { officeName, regionName, roleName } from '../reading/names.ts'

export const meOf = async (
  { connection, processes, registers, settings }: Deps,
  { person, username, enterpriseName, unproven }: SignedIn,
  at: Instant,
): Promise<Me> => ({
  id: person.id,
  name: person.name,
  username,
  enterprise:
    person.enterprise === null
      ? null
      : { id: person.enterprise, name: enterpriseName ?? person.enterprise },
  appointments: person.appointments.map(({ office, region, role, onBehalfOf }) => ({
    office,
    officeName: officeName(office, enterpriseName),
    region,
    regionName: regionName(region),
    role,
    roleName: roleName(role),
    ...(onBehalfOf ? { onBehalfOf: { name: onBehalfOf.name, order: onBehalfOf.order } } : {}),
  })),
  starts: Object.values(processes)
    .filter((process) => mayStart(process, person))
    .map(({ id }) => id),
  registers: Object.values(registers)
    .filter((one) => mayReadRegister(one, readerOf(person)))
    .map(({ id }) => id),
  counts: await withScope(
    connection.pool,
    scopeOf(person),
    (tx) => countInbox(tx, person),
    planningFor(groupsOf(person)),
  ),
  laboratory: settings.laboratory,
  demo: settings.demo,
  unproven: unproven === true,
  now: at,
})
