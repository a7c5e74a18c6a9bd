// Which cases, acts and requests follow from an event, with what, when, and what is kept of their outcome?
import { expect, test } from 'vitest'
import { noteOutcome, obeyLink } from '../../domain/engine/linked.ts'
import {
  type DirectedAct,
  isOutcome,
  linkedActOf,
  linksAfter,
  linksAnswered,
} from '../../domain/engine/links.ts'
import { askDevice, linkOn, sendOn } from '../../domain/engine/send-on.ts'
import { draftOf } from '../../domain/model/draft.ts'
import { markedTitle } from '../../domain/model/exercises/exercise.ts'
import type { Link, LinkedAct } from '../../domain/model/link.ts'
import type { SendDefinition } from '../../domain/model/link-definition.ts'
import type { CaseEvent, EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const lin = actor('lin')
const later = '2026-03-03T01:00:00.000Z'
const { record: started } = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
const record: CaseRecord = { ...started, owner: 'e-1' }
const fact = { type: 'finish', at, seq: 4, by: lin, data: { n: 2 } }
const uuid8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/
const cause = { process: 'another', words: { zh: '', en: '' }, article: '' }
const renewal: LinkedAct & { licence: string } = {
  licence: 'L-1',
  type: 'renew',
  data: { until: '2029-01-01' },
}

test('a link keeps its cause and a steady id of its own, and an exercise leads to an exercise', () => {
  const [one] = linksAfter(record, fact, cause)
  expect(one).toEqual({
    process: 'another',
    id: expect.stringMatching(uuid8),
    fact: 4,
    at,
    event: 'finish',
    status: 'waiting',
  })
  expect(linksAfter(record, fact, cause)[0]?.id).toBe(one?.id)
  expect(linksAfter(record, { ...fact, seq: 5 }, cause)[0]?.id).not.toBe(one?.id)
  expect(linksAfter({ ...record, id: 'c-2' }, fact, cause)[0]?.id).not.toBe(one?.id)
  const exercise = { ...record, title: markedTitle(record.title, true) }
  expect(linksAfter(exercise, fact, cause)[0]?.drill).toBe(true)
  expect('drill' in (one ?? {})).toBe(false)
  expect(linksAfter({ ...record, links: [one as Link] }, { ...fact, seq: 5 }, cause)).toHaveLength(
    2,
  )
})

test('an act on another case has a link and an effect of one id, with the licence, the holder and what it says', () => {
  const { link, effect } = linkedActOf(record, fact, 'hazchem-licence', renewal)
  const base = { process: 'hazchem-licence', licence: 'L-1' }
  expect(link).toEqual({
    ...base,
    id: expect.stringMatching(uuid8),
    fact: 4,
    at,
    event: 'finish',
    status: 'waiting',
    to: null,
  })
  expect(effect).toEqual({
    ...base,
    kind: 'act',
    about: 'finish',
    link: link.id,
    owner: 'e-1',
    type: 'renew',
    data: renewal.data,
    whileOpen: false,
    notBefore: at,
  })
  expect(
    linkedActOf(record, fact, 'hazchem-licence', { ...renewal, whileOpen: true }).effect.whileOpen,
  ).toBe(true)
})

test('the second act of an event has another id and says which it is', () => {
  const ids = [0, 1, 2].map((nth) => linkedActOf(record, fact, 'p', renewal, nth).link)
  expect(new Set(ids.map(({ id }) => id)).size).toBe(3)
  expect(ids.map((link) => link.nth)).toEqual([undefined, 1, 2])
  expect('nth' in (ids[0] ?? {})).toBe(false)
  expect(linksAfter(record, fact, cause)[0]?.id).not.toBe(ids[0]?.id)
})

test('an act that waits for a day is done when that day begins, and never before its event', () => {
  const notBefore = (from: string) =>
    linkedActOf(record, fact, 'p', { ...renewal, from } as DirectedAct).effect.notBefore
  expect(notBefore('2026-03-05')).toBe('2026-03-04T16:00:00.000Z')
  expect(notBefore('2026-03-02')).toBe(at)
  expect(notBefore('2026-01-01')).toBe(at)
})

test('only the link that was answered takes the answer', () => {
  const links = [
    linkedActOf(record, fact, 'p', renewal).link,
    linkedActOf(record, fact, 'p', renewal, 1).link,
  ]
  const answered = linksAnswered(
    { ...record, links },
    { link: links[1]?.id ?? '', to: 'c-9', outcome: 'done', reasons: [] },
  )
  expect(answered).toEqual([links[0], { ...links[1], to: 'c-9', status: 'done' }])
  expect(linksAnswered(record, { link: 'x', to: null, outcome: 'done', reasons: [] })).toEqual([])
  expect(
    ['done', 'closed', 'refused', 'missing', 'started', 'not-opened', 'waiting', 'constructor', 5]
      .map(isOutcome)
      .lastIndexOf(true),
  ).toBe(5)
})

const sending = (wanted: typeof renewal | null): SendDefinition => ({
  process: 'p',
  target: 'licence',
  words: cause.words,
  article: '',
  act: () => wanted,
})

test('each act that an event sends is sent once; one that is not wanted is not', () => {
  const sent = sendOn(
    draftOf(record),
    [sending(renewal), sending(null), sending({ ...renewal, licence: 'L-2' })],
    fact,
  )
  expect(sent.record.links?.map(({ licence, nth }) => [licence, nth])).toEqual([
    ['L-1', undefined],
    ['L-2', 2],
  ])
  expect(sent.effects.map((one) => one.kind === 'act' && [one.licence, one.link])).toEqual(
    sent.record.links?.map(({ licence, id }) => [licence, id]),
  )
})

test('a case that a person’s act opens is opened under the id of its link, with what the act says', () => {
  const opens = {
    ...cause,
    opens: (of: CaseRecord, data: Record<string, unknown>) => ({ from: of.links?.length, ...data }),
  }
  const opening = linkOn(draftOf(record), opens, { ...fact, by: lin, data: { n: 1 } })
  expect(opening.effects).toEqual([
    {
      kind: 'case',
      about: 'finish',
      link: opening.record.links?.[0]?.id,
      process: 'another',
      opener: { process: 'counter', id: record.id },
      by: 'lin',
      data: { from: 1, n: 1 },
      notBefore: at,
    },
  ])
  expect(linkOn(draftOf(record), cause, { ...fact, by: lin, data: {} })).toMatchObject({
    effects: [],
    record: { links: [{ status: 'waiting' }] },
  })
  expect(
    linkOn(draftOf(record), opens, { ...fact, by: { kind: 'clock' }, data: {} }).effects,
  ).toEqual([])
})

test('a request to a device says what, from whom and when', () => {
  const event: CaseEvent = { type: 'finish', data: { n: 2 }, by: lin, at, signatures: [] }
  const requests = (data: Record<string, unknown>) => ({
    verb: 'reset' as const,
    args: { n: String(data.n) },
  })
  const request = {
    kind: 'device',
    about: 'finish',
    verb: 'reset',
    args: { n: '2' },
    notBefore: at,
  }
  expect(askDevice(draftOf(record), requests, event).effects).toEqual([
    { ...request, by: '林检查' },
  ])
  expect(askDevice(draftOf(record), requests, { ...event, by: { kind: 'clock' } }).effects).toEqual(
    [{ ...request, by: '' }],
  )
})

const listening: ProcessDefinition = {
  ...counter,
  events: { ...counter.events, add: { ...(counter.events.add as EventDefinition), linked: true } },
}
const obey = (type: string, data: Record<string, unknown>, of: CaseRecord = record) =>
  obeyLink(listening, of, { type, data, at }, decisionContextAt(later))

test('an event that another case brings about happens in the name of the system, and what was done before stands', () => {
  const done = obey('add', { n: 5 }, { ...record, undo: { by: 'lin' } as never })
  expect(done.record).toMatchObject({
    revision: record.revision + 1,
    undo: null,
    snapshot: { context: { count: 5 } },
  })
  expect(done.facts).toMatchObject([
    { type: 'add', actor: { kind: 'system' }, occurredAt: at, recordedAt: later, data: { n: 5 } },
  ])
  expect(done.facts[0]?.data.signatures).toBe(undefined)
})

test.each<[string, string, Record<string, unknown>, Partial<CaseRecord>, string]>([
  ['an event that does not say so', 'finish', {}, {}, 'unknown-act'],
  ['no event at all', 'constructor', {}, {}, 'unknown-act'],
  ['a form that does not fit', 'add', { n: 'x' }, {}, 'invalid-input'],
  ['a closed case', 'add', { n: 1 }, { status: 'closed' }, 'case-closed'],
  ['a rule against it', 'add', { n: 1001 }, {}, 'not-allowed'],
  [
    'a step without it',
    'add',
    { n: 1 },
    { snapshot: { ...started.snapshot, value: 'checking' } },
    'not-possible-now',
  ],
])('another case brings nothing about by %s', (_, type, data, changes, code) => {
  expect(refusal(() => obey(type, data, { ...record, ...changes })).code).toBe(code)
})

test('a refusal by a rule says the rule’s reason', () => {
  expect(refusal(() => obey('add', { n: 1001 })).words).toBe('数太大')
})

const { link } = linkedActOf(record, fact, 'p', renewal)
const linked: CaseRecord = { ...record, links: [link] }
const note = (data: Record<string, unknown>, of: CaseRecord = linked) =>
  noteOutcome(counter, of, data, decisionContextAt(later))

test('the outcome of an act on another case is kept with its link, and the party reads it', () => {
  const noted = note({ link: link.id, outcome: 'done', to: 'c-9' })
  expect(noted?.record).toMatchObject({
    revision: record.revision + 1,
    links: [{ id: link.id, status: 'done', to: 'c-9' }],
  })
  expect(noted?.facts).toMatchObject([
    {
      type: 'linked',
      occurredAt: later,
      recordedAt: later,
      actor: { kind: 'system' },
      audience: 'party',
    },
  ])
  expect(noted?.facts[0]?.data).toEqual({
    licence: 'L-1',
    outcome: 'done',
    link: link.id,
    to: 'c-9',
  })
  const missing = note({ link: link.id, outcome: 'missing', to: 5 })
  expect(missing?.facts[0]?.data).toEqual({ licence: 'L-1', outcome: 'missing', link: link.id })
  expect(missing?.record.links).toMatchObject([{ to: null, status: 'missing' }])
  const ended = note({ link: link.id, outcome: 'closed' }, { ...linked, status: 'closed' })
  expect(ended?.record).toMatchObject({ status: 'closed', links: [{ status: 'closed' }] })
})

test('where the other case could not be opened, its own goes on as was said, once and only open', () => {
  const unopened = (_: CaseRecord, { n }: Record<string, unknown>) => ({ type: 'add', data: { n } })
  const links = linksAfter(record, fact, { ...cause, unopened })
  const told = (outcome: string, of: CaseRecord = { ...record, links }) =>
    note({ link: links[0]?.id, outcome }, of)
  const failed = told('not-opened')
  expect(failed?.facts.map(({ type, data }) => [type, data.n])).toEqual([
    ['linked', undefined],
    ['add', 2],
  ])
  expect(failed?.record).toMatchObject({
    facts: record.facts + 2,
    snapshot: { context: { count: 2 } },
    links: [{ status: 'not-opened' }],
  })
  expect(told('started')?.facts).toHaveLength(1)
  expect(told('not-opened', { ...record, links, status: 'closed' })?.facts).toHaveLength(1)
  const elsewhere = { ...record, links, snapshot: { ...record.snapshot, value: 'checking' } }
  expect(told('not-opened', elsewhere)?.facts).toHaveLength(1)
})

test('nothing is kept of an outcome that nobody waits for', () => {
  expect(note({ link: 'another', outcome: 'done' })).toBe(null)
  expect(note({ link: link.id, outcome: 'perhaps' })).toBe(null)
  expect(
    note({ link: link.id, outcome: 'done' }, { ...linked, links: [{ ...link, status: 'done' }] }),
  ).toBe(null)
  expect(note({ link: link.id, outcome: 'done' }, record)).toBe(null)
})
