// Is everything of a project named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../domain/case/actor.ts'
import { statesOf, transitionsOf } from '../../domain/case/chart.ts'
import type { EventDefinition } from '../../domain/case/process.ts'
import { stateWords } from '../../domain/case/timeline.ts'
import { processes, processFor } from '../../domain/processes.ts'
import { documents } from '../../domain/three-simultaneities/documents.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { hazchem, mine, samples } from './samples.ts'

const { start, events, machine, words, clocks } = threeSimultaneities
const all: [string, EventDefinition][] = [[start.type, start], ...Object.entries(events)]
const entriesOf = ({ schema }: EventDefinition) => (schema as unknown as { entries: Record<string, { type: string }> }).entries

/** What only colleagues may read, by event; `opinion` nowhere else either. */
const internal = [
  ...['register.enterprise', 'register.enterpriseName', 'register.region', 'site-check-passed.findings', 'end-expert-review.conclusion'],
  ...['file-completion.reason', 'spot-check-passed.findings', 'spot-check-passed.photos'],
]

describe('words', () => {
  it('name every state twice, every task, event, field, choice and rung, in both languages', () => {
    const states = statesOf(machine)
    expect(Object.keys(words.states).sort()).toEqual(states.map(({ name }) => name).sort())
    expect(Object.keys(words.partyStates).sort()).toEqual(states.map(({ name }) => name).sort())
    expect(Object.keys(words.tasks).sort()).toEqual([...new Set(states.flatMap(({ task }) => task?.task ?? []))].sort())
    const texts = [
      ...[words.states, words.partyStates, words.tasks, documents].flatMap((group) => Object.values(group)),
      ...all.flatMap(([, event]) => [event.words, ...(event.audience === 'internal' ? [] : [event.party]), event.grave?.effect]),
      ...all.flatMap(([, { fields }]) => fields.flatMap((field) => [field.words, field.hint, ...Object.values(field.choices ?? {})])),
      ...clocks.flatMap((clock) => [clock.words, ...clock.ladder.map((rung) => rung.words)]),
    ]
    for (const one of texts) if (one) for (const line of [one.zh, one.en]) expect(line).toMatch(/\S/)
  })

  it('differ for different states of one region', () => {
    for (const parent of ['handling', 'handling.design', 'handling.design.reviewing', 'opinion', 'bar']) {
      const names = statesOf(machine).filter((state) => state.parent === parent)
      for (const language of ['zh', 'en'] as const)
        expect(new Set(names.map(({ name }) => words.states[name]?.[language])).size).toBe(names.length)
    }
  })

  it('say nothing of what rests beside the project', () => {
    const key = (opinion: string, hearing: string) => `bar.none|handling.building|hearing.${hearing}|joint.possible|opinion.${opinion}`
    expect(stateWords(threeSimultaneities, key('used', 'over'), 'party').zh).toBe('施工中')
    expect(stateWords(threeSimultaneities, key('expired', 'told'), 'internal').zh).toBe('施工中 · 已告知听证权利 · 意见书届满，待确认')
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
    const filledByServer = type === 'register' ? ['enterpriseName', 'region'] : []
    expect([...event.fields.map(({ name }) => name), ...filledByServer].sort()).toEqual(Object.keys(entriesOf(event)).sort())
  })

  it('have fields whose names the API lets in', () => {
    const forbidden = Object.getOwnPropertyNames(Object.prototype)
    expect(all.flatMap(([, { fields }]) => fields.map(({ name }) => name)).filter((name) => forbidden.includes(name))).toEqual([])
  })

  it('take a registration that is whole, and nothing else', () => {
    const fits = (form: object) => v.safeParse(start.schema, form).success
    expect([hazchem, mine].map(fits)).toEqual([true, true])
    for (const form of [
      { ...mine, kind: 'constructor' },
      { ...mine, scale: ' ' },
      { ...mine, extra: 1 },
    ])
      expect(fits(form)).toBe(false)
  })

  it.each(Object.entries(samples))('%s: its samples fit', (type, forms) => {
    for (const form of forms) if (events[type]) expect(v.safeParse(events[type].schema, form).issues).toBeUndefined()
  })

  it('that bind or end rights carry their effect and article', () => {
    const grave = [
      ...['require-supplement', 'refuse-acceptance', 'extend-review', 'tell-hearing-right', 'announce-hearing', 'handle-jointly'],
      ...['pass-conditions', 'refuse-conditions', 'approve-design', 'refuse-design', 'pass-completion', 'refuse-completion'],
      ...['declare-void', 'annul-approval', 'abandon'],
    ]
    expect(all.filter(([, { grave }]) => grave).map(([type]) => type)).toEqual(grave)
    for (const [, { grave }] of all) if (grave) expect(grave.article).toMatch(/第.+[条号]/)
  })

  it('that refuse or annul give reasons and remedies', () => {
    for (const type of ['refuse-acceptance', 'refuse-conditions', 'refuse-design', 'refuse-completion', 'annul-approval'])
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

  it('to the public is the notice of a hearing, and nothing else', () => {
    expect(all.filter(([, { audience }]) => audience === 'public').map(([type, { show }]) => [type, show.public])).toEqual([
      ['announce-hearing', ['publicSummary']],
    ])
  })
})

describe('the door', () => {
  it('describes the case from its registration; people of an enterprise register their own', () => {
    const by: Person = { kind: 'person', id: 'kou', name: 'kou', enterprise: null, appointments: [] }
    expect(threeSimultaneities.describe(mine, by)).toEqual({
      ...{ title: '石灰石矿扩建（非煤矿山建设项目）', region: '330802', owner: 'e-1', site: '试验路1号' },
    })
    expect(threeSimultaneities.describe({ ...mine, grounds: [] }, by).region).toBe('330800')
    expect(threeSimultaneities.describe(mine, { ...by, enterprise: 'own' }).owner).toBe('own')
    expect(threeSimultaneities.describe({}, by)).toEqual({ title: '', region: '', owner: null, site: null })
  })

  it('is found by id and version', () => {
    expect(processes['three-simultaneities']).toBe(threeSimultaneities)
    expect(processFor('three-simultaneities', 1)).toBe(threeSimultaneities)
  })
})
