// Is everything named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../domain/case/actor.ts'
import { statesOf, transitionsOf } from '../../domain/case/chart.ts'
import type { EventDefinition } from '../../domain/case/process.ts'
import { hazardRectification1 } from '../../domain/hazard-rectification/process@1.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { processes, processFor } from '../../domain/processes.ts'

const { start, events, machine, words, clocks } = hazardRectification
const all: [string, EventDefinition][] = [[start.type, start], ...Object.entries(events)]
const entriesOf = ({ schema }: EventDefinition) => (schema as unknown as { entries: Record<string, { type: string }> }).entries

/** What only colleagues may read, by event; `opinion` nowhere else either. */
const internal = [
  ...['report.enterprise', 'report.enterpriseName', 'report.region', 'report.source', 'report.contact'],
  ...['verify.findings', 'verify.photos', 'verify.enterprise', 'acknowledge.measures', 'raise-supervision.reason'],
]

describe('words', () => {
  it('name every state twice, every task, event, field, choice and rung, in both languages', () => {
    const states = statesOf(machine)
    expect(Object.keys(words.states).sort()).toEqual(states.map(({ name }) => name).sort())
    expect(Object.keys(words.partyStates).sort()).toEqual(states.map(({ name }) => name).sort())
    expect(Object.keys(words.tasks).sort()).toEqual(states.flatMap(({ task }) => task?.task ?? []).sort())
    const texts = [
      ...[words.states, words.partyStates, words.tasks].flatMap((group) => Object.values(group)),
      ...all.flatMap(([, event]) => [
        event.words,
        ...(event.audience === 'internal' ? [] : [event.party]),
        ...(event.grave ? [event.grave.effect] : []),
      ]),
      ...all.flatMap(([, { fields }]) => fields.flatMap((field) => [field.words, field.hint, ...Object.values(field.choices ?? {})])),
      ...clocks.flatMap((clock) => [clock.words, ...clock.ladder.map((rung) => rung.words)]),
    ]
    for (const one of texts) if (one) for (const line of [one.zh, one.en]) expect(line).toMatch(/\S/)
  })

  it('differ for different states of one region', () => {
    for (const parent of ['handling', 'supervision']) {
      const names = statesOf(machine).filter((state) => state.parent === parent)
      for (const language of ['zh', 'en'] as const)
        expect(new Set(names.map(({ name }) => words.states[name]?.[language])).size).toBe(names.length)
    }
  })

  it('speak to the party only of what it is shown', () => {
    for (const [, { party, show }] of all)
      for (const line of [party.zh, party.en]) for (const [, name] of line.matchAll(/\{(\w+)\}/g)) expect(show.party).toContain(name)
  })
})

describe('events', () => {
  it('are those of the chart, no more and no fewer', () => {
    const drawn = new Set(transitionsOf(machine).map(({ event }) => event))
    expect([...drawn].filter((type) => type !== 'return' && !type.startsWith('xstate.done.')).sort()).toEqual(Object.keys(events).sort())
  })

  it.each(all)('%s: form and schema agree, and the schema can be published', (type, event) => {
    const schema = toJsonSchema(event.schema, { ignoreActions: ['check'] })
    const required = new Set(schema.required ?? [])
    for (const { name, required: asked } of event.fields) expect([name, required.has(name)]).toEqual([name, asked])
    const filledByServer = { report: ['enterpriseName', 'region'], verify: ['enterpriseName'] }[type] ?? []
    expect([...event.fields.map(({ name }) => name), ...filledByServer].sort()).toEqual(Object.keys(entriesOf(event)).sort())
  })

  it('refuse what they do not know, blanks, false dates and long texts', () => {
    const order = (data: object) =>
      v.safeParse(events['issue-order']?.schema as never, { dueDate: '2026-03-20', requirements: '装门', ...data }).success
    expect(order({})).toBe(true)
    expect(order({ extra: 1 })).toBe(false)
    expect(order({ requirements: ' ' })).toBe(false)
    expect(order({ dueDate: '2026-02-31' })).toBe(false)
    expect(order({ dueDate: '20-03-2026' })).toBe(false)
    expect(order({ requirements: 'x'.repeat(4001) })).toBe(false)
    const rectified = (photos: unknown) =>
      v.safeParse(events['report-rectified']?.schema as never, { description: '已装门', photos }).success
    expect(rectified([])).toBe(true)
    expect(rectified(['../../etc/passwd'])).toBe(false)
    expect(rectified(Array.from({ length: 21 }, () => '3f0c2c7e-6c39-4d0b-9d5e-0d8a1f2b3c4d'))).toBe(false)
  })

  it('that close or bind carry their effect and article', () => {
    expect(all.filter(([, { grave }]) => grave).map(([type]) => type)).toEqual([
      ...['reject', 'join', 'take-measures', 'list-hazard', 'de-list', 'issue-order', 'approve-resume', 'write-off'],
      ...['order-stop', 'notify-power-cut', 'propose-closure', 'record-closure'],
    ])
    for (const [, { grave }] of all) if (grave) expect(grave.article).toMatch(/第.+条|号/)
  })
})

describe('what leaves the authorities', () => {
  it.each(all)(
    '%s shows only fields it has, nothing internal, and no more to the public than to the party',
    (type, { show, audience, ...event }) => {
      const fields = Object.keys(entriesOf({ show, audience, ...event }))
      for (const name of [...show.party, ...show.public]) {
        expect(fields).toContain(name)
        expect(name).not.toBe('opinion')
        expect(internal).not.toContain(`${type}.${name}`)
      }
      for (const name of show.public) expect(show.party).toContain(name)
      if (audience === 'internal') expect(show.party).toEqual([])
      if (audience !== 'public') expect(show.public).toEqual([])
    },
  )

  it('to the public is what is announced, and nothing else', () => {
    expect(all.filter(([, { audience }]) => audience === 'public').map(([type, { show }]) => [type, show.public])).toEqual([
      ['publish-listing', ['publicSummary', 'medium']],
      ['publish-delisting', ['publicSummary', 'medium']],
      ['write-off', ['publicSummary']],
      ['record-closure', ['publicSummary']],
    ])
  })
})

describe('the door', () => {
  const inspector: Actor = { kind: 'person', id: 'anna', name: 'anna', enterprise: null, appointments: [] }
  const data = { title: '配电箱无门', region: '330822', enterprise: 'works', site: '一车间' }

  it('describes the case from the report; people of an enterprise report for their own', () => {
    expect(hazardRectification.describe(data, inspector)).toEqual({ title: '配电箱无门', region: '330822', owner: 'works', site: '一车间' })
    expect(hazardRectification.describe(data, { ...inspector, enterprise: 'own' }).owner).toBe('own')
    expect(hazardRectification.describe({}, inspector)).toEqual({ title: '', region: '', owner: null, site: null })
  })

  it('is found by id and version', () => {
    expect(processes['hazard-rectification']).toBe(hazardRectification)
    expect(processFor('hazard-rectification', 2)).toBe(hazardRectification)
    expect(processFor('hazard-rectification', 1)).toBe(hazardRectification1)
    expect(processFor('hazard-rectification', 3)).toBeUndefined()
  })
})
