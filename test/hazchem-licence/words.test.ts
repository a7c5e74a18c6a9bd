// Is everything of a licence named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../domain/case/actor.ts'
import { statesOf, transitionsOf } from '../../domain/case/chart.ts'
import type { EventDefinition } from '../../domain/case/process.ts'
import { documents } from '../../domain/hazchem-licence/documents.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { processes, processFor } from '../../domain/processes.ts'
import { applied, change, renewal, samples } from './samples.ts'

const { start, events, machine, words, clocks } = hazchemLicence
const all: [string, EventDefinition][] = [[start.type, start], ...Object.entries(events)]
const entriesOf = ({ schema }: EventDefinition) => (schema as unknown as { entries: Record<string, { type: string }> }).entries

/** What only colleagues may read, by event; `opinion` nowhere else either. */
const internal = ['apply.enterprise', 'apply.enterpriseName', 'apply.region', 'site-check-passed.findings', 'end-expert-review.conclusion']

describe('words', () => {
  it('name every state twice, every task, event, field, choice and rung, in both languages', () => {
    const states = statesOf(machine)
    expect(Object.keys(words.states).sort()).toEqual(states.map(({ name }) => name).sort())
    expect(Object.keys(words.partyStates).sort()).toEqual(states.map(({ name }) => name).sort())
    expect(Object.keys(words.tasks).sort()).toEqual(states.flatMap(({ task }) => task?.task ?? []).sort())
    const texts = [
      ...[words.states, words.partyStates, words.tasks, documents].flatMap((group) => Object.values(group)),
      ...all.flatMap(([, event]) => [event.words, ...(event.audience === 'internal' ? [] : [event.party]), event.grave?.effect]),
      ...all.flatMap(([, { fields }]) => fields.flatMap((field) => [field.words, field.hint, ...Object.values(field.choices ?? {})])),
      ...clocks.flatMap((clock) => [clock.words, ...clock.ladder.map((rung) => rung.words)]),
    ]
    for (const one of texts) if (one) for (const line of [one.zh, one.en]) expect(line).toMatch(/\S/)
  })

  it('differ for different states of one region', () => {
    for (const parent of ['handling', 'handling.reviewing', 'bar']) {
      const names = statesOf(machine).filter((state) => state.parent === parent)
      for (const language of ['zh', 'en'] as const)
        expect(new Set(names.map(({ name }) => words.states[name]?.[language])).size).toBe(names.length)
    }
  })

  it('speak to the party only of what it is shown', () => {
    for (const [, { party, show }] of all)
      for (const line of [party.zh, party.en]) for (const [, name] of line.matchAll(/\{(\w+)\}/g)) expect(show.party).toContain(name)
  })

  it('call the number of a document by its name', () => {
    for (const [type, { zh }] of Object.entries(documents)) {
      const asks = events[type]?.fields.find(({ name }) => name === 'document')
      if (asks) expect(asks.words.zh).toBe(`${zh}文号`)
    }
    const numbered = all.filter(([, { fields }]) => fields.some(({ name }) => name === 'document')).map(([type]) => type)
    expect(numbered.filter((type) => !(type in documents))).toEqual(['site-check-failed'])
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
    const filledByServer = type === 'apply' ? ['enterpriseName', 'region'] : []
    expect([...event.fields.map(({ name }) => name), ...filledByServer].sort()).toEqual(Object.keys(entriesOf(event)).sort())
  })

  it('ask of each kind of application what it needs', () => {
    const fits = (form: object) => v.safeParse(start.schema, form).success
    for (const form of [applied, renewal, change, { ...applied, kind: 'reapplication' }]) expect(fits(form)).toBe(true)
    for (const name of ['licenceNumber', 'expiresOn', 'changedOn'] as const) {
      const { [name]: _, ...rest } = change
      const { issues } = v.safeParse(start.schema, rest)
      expect(issues?.map(({ path }) => path?.[0]?.key)).toEqual([name])
    }
    expect(fits({ ...renewal, expiresOn: '2026-02-31' })).toBe(false)
    expect(fits({ ...applied, scope: ' ' })).toBe(false)
    expect(fits({ ...applied, extra: 1 })).toBe(false)
  })

  it.each(Object.entries(samples))('%s: its samples fit', (type, forms) => {
    for (const form of forms) if (events[type]) expect(v.safeParse(events[type].schema, form).issues).toBeUndefined()
  })

  it('that bind or end rights carry their effect and article', () => {
    const grave = [
      'require-supplement',
      'refuse-acceptance',
      'extend-review',
      'grant',
      'refuse',
      'cancel-licence',
      'revoke-licence',
      'annul-licence',
    ]
    expect(all.filter(([, { grave }]) => grave).map(([type]) => type)).toEqual(grave)
    for (const [, { grave }] of all) if (grave) expect(grave.article).toMatch(/第.+条/)
  })

  it('that refuse or end a licence give reasons and remedies', () => {
    for (const type of ['refuse-acceptance', 'refuse', 'revoke-licence', 'annul-licence'])
      expect(events[type]?.fields.filter(({ required }) => required).map(({ name }) => name)).toContain('remedies')
  })
})

describe('what leaves the authorities', () => {
  it.each(all)('%s shows only fields it has, nothing internal, and no more to the public than to the party', (type, event) => {
    const fields = Object.keys(entriesOf(event))
    const { party, public: everybody } = event.show
    for (const name of [...party, ...everybody]) {
      expect(fields).toContain(name)
      expect(name).not.toBe('opinion')
      expect(internal).not.toContain(`${type}.${name}`)
    }
    for (const name of everybody) expect(party).toContain(name)
    if (event.audience === 'internal') expect(party).toEqual([])
    if (event.audience !== 'public') expect(everybody).toEqual([])
  })

  it('to the public is the notice of a cancellation, and nothing else', () => {
    expect(all.filter(([, { audience }]) => audience === 'public').map(([type, { show }]) => [type, show.public])).toEqual([
      ['cancel-licence', ['publicSummary']],
    ])
  })
})

describe('the door', () => {
  it('describes the case from the application; people of an enterprise apply for their own', () => {
    const by: Person = { kind: 'person', id: 'kou', name: 'kou', enterprise: null, appointments: [] }
    const form = { ...applied, enterpriseName: '试验化工', grounds: ['station'] }
    expect(hazchemLicence.describe(form, by)).toEqual({
      ...{ title: '经营许可证新申请：试验化工', region: '330800', owner: 'e-1', site: '试验路1号' },
    })
    expect(hazchemLicence.describe(form, { ...by, enterprise: 'own' }).owner).toBe('own')
    expect(hazchemLicence.describe({}, by)).toEqual({ title: '', region: '', owner: null, site: null })
  })

  it('is found by id and version', () => {
    expect(processes['hazchem-licence']).toBe(hazchemLicence)
    expect(processFor('hazchem-licence', 1)).toBe(hazchemLicence)
  })
})
