// Does a process say everything that every process must, and nothing to those who may not hear it?
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Text } from '../../../domain/language/words.ts'
import { statesOf, transitionsOf } from '../../../domain/model/chart.ts'
import {
  definitionOf,
  definitionsOf,
  type EventDefinition,
  type ItemDefinition,
  type ProcessDefinition,
  type ProcessWords,
} from '../../../domain/model/process.ts'
import { leafOf, usualWay } from '../../../domain/views/forecast/usual-way.ts'
import type { Samples } from '../walks/walk.ts'

export type ProcessSamples = {
  process: ProcessDefinition
  samples: Samples
  /** States with parts that a reader has to tell apart. */
  parents: string[]
  /** A task that several states ask for is named once all the same. */
  sharedTasks?: true
  /** Fields that no form has: the server fills them in. */
  filledByServer: Record<string, string[]>
  /** `event.field` that only colleagues may read; `opinion` is so everywhere. */
  internal: string[]
}

/** The first event and all others, those of items among them. */
export const eventsOf = definitionsOf

const entriesOf = ({ schema }: EventDefinition) =>
  Object.keys((schema as unknown as { entries: object }).entries)

/** Of some states the party reads nothing: they are named empty, in both languages. */
const partyTexts = ({ partyStates }: ProcessWords): Record<string, Text> =>
  Object.fromEntries(Object.entries(partyStates).filter(([, { zh, en }]) => zh + en !== ''))

/** Groups of tests, each with a name of its own. */
export const checkWords = (values: ProcessSamples): void => {
  describe('words', () => wordsAreWhole(values))
  describe('events', () => eventsAreWhole(values))
  describe('what leaves the authorities', () => nothingLeaks(values))
}

const wordsAreWhole = ({ process, parents, sharedTasks }: ProcessSamples): void => {
  const { machine, words, clocks, items = [] } = process
  const all = eventsOf(process)
  const states = statesOf(machine)

  it('name every state twice, every task, event, field, choice and level, in both languages', () => {
    const ofItems = items.flatMap(({ machine }) => statesOf(machine))
    const tasks = [...states, ...ofItems].flatMap(({ task }) => task?.task ?? [])
    expect(Object.keys(words.states).sort()).toEqual(states.map(({ name }) => name).sort())
    expect(Object.keys(words.partyStates).sort()).toEqual(states.map(({ name }) => name).sort())
    expect(Object.keys(words.tasks).sort()).toEqual(
      (sharedTasks ? [...new Set(tasks)] : tasks).sort(),
    )
    const texts = [
      ...[words.states, partyTexts(words), words.tasks, words.documents ?? {}].flatMap((group) =>
        Object.values(group),
      ),
      ...all.flatMap(([, event]) => [
        event.words,
        ...(event.audience === 'internal' ? [] : [event.party]),
        event.consequence?.effect,
      ]),
      ...all.flatMap(([, { fields }]) =>
        fields.flatMap((field) => [field.words, field.hint, ...Object.values(field.choices ?? {})]),
      ),
      ...clocks.flatMap((clock) => [
        clock.words,
        ...clock.escalationPolicy.map((escalationLevel) => escalationLevel.words),
      ]),
    ]
    for (const one of texts)
      if (one) for (const line of [one.zh, one.en]) expect(line).toMatch(/\S/)
  })

  it.each(items)('of $kind name every state, in both languages', ({ machine, states, words }) => {
    expect(Object.keys(states).sort()).toEqual(
      statesOf(machine)
        .map(({ name }) => name)
        .sort(),
    )
    for (const one of [words, ...Object.values(states)])
      for (const line of [one.zh, one.en]) expect(line).toMatch(/\S/)
  })

  it('of each end that is forecast are said, and the chart leads there', () => {
    const { settled } = process
    const parts =
      typeof settled === 'object' ? settled : [{ words: null, within: [], until: [settled ?? ''] }]
    for (const { words, within, until } of parts) {
      for (const name of [...within, ...until])
        expect(states.map((state) => state.name)).toContain(name)
      if (words)
        expect([words.zh, words.en]).toEqual([
          expect.stringMatching(/\S/),
          expect.stringMatching(/\S/),
        ])
    }
    for (const name of parts.flatMap(({ within }) => within))
      expect(usualWay(process, leafOf(process, name), []).at(-1)?.event).not.toBe('')
  })

  it.each(parents)('differ for different states of %s', (parent) => {
    const names = states.filter((state) => state.parent === parent)
    expect(names.length).toBeGreaterThan(1)
    for (const language of ['zh', 'en'] as const)
      expect(new Set(names.map(({ name }) => words.states[name]?.[language])).size).toBe(
        names.length,
      )
  })

  it('speak to the party only of what it is shown', () => {
    for (const [, { party, show }] of all)
      for (const line of [party.zh, party.en])
        for (const [, name] of line.matchAll(/\{(\w+)\}/g)) expect(show.party).toContain(name)
  })
}

const eventsAreWhole = ({ process, samples, filledByServer }: ProcessSamples): void => {
  const { items = [] } = process
  const all = eventsOf(process)

  const areDrawn = ({ machine, events }: Pick<ItemDefinition, 'machine' | 'events'>) => {
    const drawn = new Set(transitionsOf(machine).map(({ event }) => event))
    expect(
      [...drawn]
        .filter((type) => type !== '' && type !== 'return' && !type.startsWith('xstate.done.'))
        .sort(),
    ).toEqual(Object.keys(events).sort())
  }
  it('are those of the chart, no more and no fewer', () => areDrawn(process))
  it.each(items)('of $kind are those of its chart, and of no other', (item) => {
    areDrawn(item)
    const names = all.map(([type]) => type)
    expect(new Set(names).size).toBe(names.length)
    expect(process.events[item.opens]).toBeDefined()
    expect(item.clocks.every((clock) => process.clocks.includes(clock))).toBe(true)
    expect(item.clocks.every((clock) => clock.item === item.kind)).toBe(true)
  })

  it.each(all)('%s: form and schema agree, and the schema can be published', (type, event) => {
    const schema = toJsonSchema(event.schema, { ignoreActions: ['check'] })
    const required = new Set(schema.required ?? [])
    for (const { name, required: request } of event.fields)
      expect([name, required.has(name)]).toEqual([name, request])
    const names = event.fields.map(({ name }) => name)
    expect([...names, ...(filledByServer[type] ?? [])].sort()).toEqual(entriesOf(event).sort())
  })

  it('have fields whose names the API lets in', () => {
    const forbidden = Object.getOwnPropertyNames(Object.prototype)
    expect(
      all
        .flatMap(([, { fields }]) => fields.map(({ name }) => name))
        .filter((name) => forbidden.includes(name)),
    ).toEqual([])
  })

  it.each(Object.entries(samples))('%s: its samples fit', (type, forms) => {
    const definition = definitionOf(process, type)
    for (const form of forms)
      if (definition) expect(v.safeParse(definition.schema, form).issues).toBeUndefined()
  })
}

const nothingLeaks = ({ process, internal }: ProcessSamples): void => {
  it.each(eventsOf(process))(
    '%s shows only fields it has, nothing internal, and no more to the public than to the party',
    (type, event) => {
      const { party, public: everybody } = event.show
      for (const name of [...party, ...everybody]) {
        expect(entriesOf(event)).toContain(name)
        expect(name).not.toBe('opinion')
        expect(internal).not.toContain(`${type}.${name}`)
      }
      for (const name of everybody) expect(party).toContain(name)
      if (event.audience === 'internal') expect(party).toEqual([])
      if (event.audience !== 'public') expect(everybody).toEqual([])
    },
  )
}
