// Whom does a notice call in these tests, through which made-up gateways?
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { createCalls } from '../../activities/calls.ts'
import { type ChannelSettings, openChannels } from '../../activities/channels/open.ts'
import { readChannels } from '../../bin/channel-env.ts'
import { createReader } from '../../bin/infra/variables.ts'
import { callReceipts, calls } from '../../db/schema/cases/calls.ts'
import { effects, escalationLevels, notices, obligations } from '../../db/schema/cases/cases.ts'
import { callOrder } from '../../domain/calls/order.ts'
import { derivedId } from '../../domain/identity/commands.ts'
import { putCase } from '../audit/rows.ts'
import { notice, now, opened } from './effects-of-a-case.ts'

export const channelsOf = (variables: Record<string, string>): ChannelSettings =>
  readChannels(createReader(variables), true)

/** A case of which a level calls these people; the notices stand already. */
export const callingCase = async (people: string[], groups: string[] = []) => {
  const caseId = randomUUID()
  const effect = randomUUID()
  await putCase(opened.db, caseId, { task: false })
  const payload = notice({ people, groups, escalationLevel: 'again', calls: true })
  await opened.db.insert(effects).values({
    id: effect,
    caseId,
    revision: 1,
    kind: 'notice',
    status: 'done',
    payload,
    notBefore: now,
  })
  await opened.db.insert(obligations).values({
    caseId,
    id: 'count:1',
    process: 'counter',
    clock: 'count',
    status: 'overdue',
    dueAt: now,
    provisional: false,
    calendar: '',
    region: '330802',
  })
  await opened.db.insert(escalationLevels).values({
    caseId,
    obligation: 'count:1',
    escalationLevel: 'again',
    plannedAt: now,
    status: 'fired',
    firedAt: now,
  })
  for (const person of people)
    await opened.db.insert(notices).values({
      id: derivedId(effect, person),
      effectId: effect,
      caseId,
      person,
      about: 'again',
      escalationLevel: 'again',
      obligation: 'count:1',
      title: payload.title,
      body: payload.body,
      audience: 'internal',
      at: now,
    })
  return { caseId, effect, noticeOf: (person: string) => derivedId(effect, person) }
}

/** `waited`: for how long this has been going on already, in seconds. */
export const callers = (variables: Record<string, string>, { waited = 0, at = now } = {}) =>
  createCalls({
    db: opened.db,
    now: async () => at,
    calls: {
      channels: openChannels(channelsOf(variables)),
      order: callOrder,
      begin: async () => undefined,
      scheduledAt: () => Date.now() - waited * 1000,
    },
  } as never)

export const factsOf = async (caseId: string) => {
  const rows = await opened.db
    .select({ channel: calls.channel, round: calls.round, fact: callReceipts.fact })
    .from(calls)
    .leftJoin(callReceipts, eq(callReceipts.callId, calls.id))
    .where(eq(calls.caseId, caseId))
    .orderBy(asc(calls.recordedAt), asc(callReceipts.seq))
  return rows.map(({ channel, round, fact }) => `${channel} ${round} ${fact}`)
}
