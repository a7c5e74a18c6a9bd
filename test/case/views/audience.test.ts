// For every event of every process: what do the party and the public read, and does nothing internal slip through?

import { describe, expect, test } from 'vitest'
import { eventNotice } from '../../../domain/engine/notices/notices.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import type { Audience } from '../../../domain/model/audience.ts'
import { genesis, type StoredFact } from '../../../domain/model/chain.ts'
import type { EventDefinition } from '../../../domain/model/process.ts'
import { caseVerbs, taskVerbs } from '../../../domain/tasks/verbs.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { opened } from '../../support/walks/walk.ts'

const process = hazardRectification
const events: [string, EventDefinition][] = [
  [process.start.type, process.start],
  ...Object.entries(process.events),
]

const secret = (field: string) => `CANARY-${field}`

const factOf = (type: string, definition: EventDefinition): StoredFact => ({
  caseId: 'c',
  seq: 1,
  generation: 1,
  revision: 1,
  type,
  occurredAt: '2026-03-02T01:00:00.000Z',
  recordedAt: '2026-03-02T01:00:00.000Z',
  actor: {
    kind: 'person',
    id: 'CANARY-id',
    name: 'CANARY-name',
    role: 'inspector',
    office: '330802-bureau',
  },
  audience: definition.audience,
  files: { 'CANARY-file': 'CANARY-sha256' },
  data: {
    ...Object.fromEntries(
      definition.fields.map(({ name, kind }) => [
        name,
        kind === 'files' ? [secret(name)] : secret(name),
      ]),
    ),
    opinion: secret('opinion'),
    signatures: [{ name: 'CANARY-signer' }],
  },
  before: 'handling.verifying|supervision.none',
  after: 'handling.ordering|supervision.none',
  commandId: 'CANARY-command',
  previous: genesis('c'),
  hash: 'CANARY-hash',
})

const canaries = (value: unknown): string[] =>
  [...new Set(JSON.stringify(value ?? null).match(/CANARY-[\w-]+/g) ?? [])].sort()

describe.each(events)('%s', (type, definition) => {
  test.each(['party', 'public'] as const)(
    'shows the %s no more than declared',
    (reader: Audience) => {
      const item = timelineItem(process, factOf(type, definition), reader)
      const visible = definition.show[reader === 'party' ? 'party' : 'public']
      const fit =
        definition.audience === 'public' || (definition.audience === 'party' && reader === 'party')
      expect(item !== null).toBe(fit)
      expect(canaries(item).filter((one) => !visible.map(secret).includes(one))).toEqual([])
    },
  )

  test('its notice names nobody and quotes nothing', () => {
    const { record } = opened(
      process,
      actor('qi'),
      { ...reported, description: secret('description') },
      '2026-03-02T01:00:00.000Z',
    )
    expect(canaries(eventNotice(process, record, type, definition, record.openedAt))).toEqual([])
  })
})

test('opinions, the measures of supervisors and the reporter are declared for nobody outside', () => {
  const outside = events.flatMap(([type, { show }]) =>
    [...show.party, ...show.public].map((name) => `${type}.${name}`),
  )
  expect(
    outside.filter((name) => /opinion|acknowledge|internal|reporter|signatures/.test(name)),
  ).toEqual([])
})

test('desk verbs stay inside, whatever they say', () => {
  const internal: EventDefinition = { ...process.start, audience: 'internal' }
  for (const verb of [...Object.keys(taskVerbs), ...Object.keys(caseVerbs)]) {
    const fact = {
      ...factOf(verb, internal),
      data: { reason: secret('reason'), to: secret('to'), assignee: secret('assignee') },
    }
    expect(timelineItem(process, fact, 'party')).toBeNull()
    const open = timelineItem(process, { ...fact, audience: 'party' }, 'party')
    expect(canaries(open)).toEqual([])
  }
})
