// What of a case does an enterprise not learn that its authorities see?
import { describe, expect, test } from 'vitest'
import { type Material, timelineFor } from '../../../api/reading/case-view.ts'
import { text } from '../../../domain/language/words.ts'
import type { Field, ProcessDefinition } from '../../../domain/model/process.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import { actor } from '../../support/people/cast.ts'
import { enterpriseId } from '../../support/people/people.ts'
import {
  begun,
  choices,
  facts,
  now,
  official,
  party,
  period,
  process,
  seen,
  withTask,
} from './viewing.ts'

describe('the head of a case', () => {
  test('is the same to both', () => {
    const head = {
      id: 'c-1',
      process: 'counter',
      chart: 1,
      number: '试1号',
      title: '计数',
      site: '二号仓库',
      region: { code: '330802', name: { zh: expect.stringContaining('柯城') } },
      enterprise: { id: enterpriseId, name: '衢州试验化工' },
      status: 'open',
      revision: 1,
      material: 1,
      openedAt: now,
      closedAt: null,
      synthetic: false,
    }
    expect(seen(official)).toMatchObject(head)
    expect(seen(party)).toMatchObject(head)
  })
  test('names an enterprise by its id where its name is unknown, and none where there is none', () => {
    expect(seen(official, {}, { enterprise: null }).enterprise?.name).toBe(enterpriseId)
    expect(seen(official, { owner: null }).enterprise).toBe(null)
  })
  test('shows the chart, its ways and what it has given cause for inside only', () => {
    const link = { id: 'l', process: 'counter', event: 'add', at: now, status: 'waiting' as const }
    const inside = seen(official, { links: [link as never] })
    expect([inside.active, inside.travelled, inside.links.length]).toEqual([
      ['counting'],
      ['#start→start→counting'],
      1,
    ])
    const outside = seen(party, { links: [link as never] })
    expect([outside.active, outside.travelled, outside.links]).toEqual([[], [], []])
  })
})

describe('the way through the chart', () => {
  const step = (type: string, before: string | null, after: string) => ({
    type,
    before,
    after,
    last: facts[0]!.seq,
  })
  const way = (...steps: Material['course']) => seen(official, {}, { course: steps }).travelled
  test('is each step once, and no step where nothing moved or no such step is drawn', () => {
    expect(
      way(
        step('finish', 'counting', 'checking'),
        step('finish', 'counting', 'checking'),
        step('approve', 'checking', 'done'),
      ),
    ).toEqual(['counting→finish→checking', 'checking→approve→done'])
    expect(way(step('add', 'counting', 'counting'))).toEqual([])
    expect(way(step('approve', 'done', 'done'))).toEqual([])
    expect(way(step('finish', 'counting', 'done'))).toEqual([])
    expect(way(step('approve', 'counting', 'checking'))).toEqual([])
  })
})

describe('a clock', () => {
  const kept = {
    ...period,
    pauses: [{ kind: 'p', from: now, to: null, reason: '内部理由', article: null }],
    extensions: [{ at: now, by: 5, reason: '内部理由' }],
    escalationLevels: period.escalationLevels.map((one) => ({ ...one, acknowledgedBy: '陈科长' })),
  }
  const texts: Material['recipients'] = [
    {
      obligation: period.id,
      escalationLevel: 'late',
      name: '陈科长',
      how: 'inbox',
      at: now,
      delivered: true,
    },
    {
      obligation: period.id,
      escalationLevel: 'other',
      name: '高局长',
      how: 'inbox',
      at: now,
      delivered: true,
    },
    {
      obligation: 'another',
      escalationLevel: 'late',
      name: '季督办',
      how: 'mail',
      at: now,
      delivered: true,
    },
  ]
  const clockOf = (who: Actor) =>
    seen(who, { obligations: [kept] }, { recipients: texts }).clocks[0]!

  test('tells the authorities whom each level has told, who answered, and why it was stopped', () => {
    const clock = clockOf(official)
    expect(clock.escalationLevels[0]).toMatchObject({
      acknowledgedBy: '陈科长',
      recipients: [{ name: '陈科长', how: 'inbox', at: now, delivered: true }],
    })
    expect([clock.pauses[0]?.reason, clock.extensions[0]?.reason]).toEqual(['内部理由', '内部理由'])
  })
  test('tells the enterprise that it stands still and was extended, and no name and no note', () => {
    const clock = clockOf(party)
    expect(clock).toMatchObject({
      due: '2026-03-10',
      pauses: [{ from: now, reason: '' }],
      extensions: [{ by: 5, reason: '' }],
    })
    expect(clock.escalationLevels).toMatchObject([
      { acknowledgedBy: null, recipients: [] },
      { acknowledgedBy: null, recipients: [] },
    ])
    expect(JSON.stringify(clock)).not.toMatch(/陈科长|高局长|季督办|内部理由/)
  })
})

describe('an act', () => {
  const formOf = (who: Actor, type: string) => seen(who).acts.find((one) => one.type === type)
  test('that is allowed brings its form with all its choices', () => {
    const act = formOf(official, 'add')
    expect(act).toMatchObject({ allowed: true })
    expect(act?.fields.map(({ choices: offered }) => offered)).toEqual([undefined, choices])
  })
  test('that is not shows the authorities its form without its choices, and the enterprise no form', () => {
    const inside = formOf(actor('chen'), 'add')
    expect(inside).toMatchObject({ allowed: false })
    expect(inside?.fields.map(({ name, choices: offered }) => [name, offered])).toEqual([
      ['n', undefined],
      ['marks', {}],
    ])
    expect(formOf(official, 'approve')?.fields).toHaveLength(1)
    expect(formOf(party, 'approve')).toMatchObject({ allowed: false, fields: [] })
  })
})

describe('what the forms have asked', () => {
  test('is the latest answer to each question, as far as its reader may see the act', () => {
    const secretly: ProcessDefinition = {
      ...process,
      events: {
        ...process.events,
        finish: {
          ...process.events.finish!,
          audience: 'internal',
          fields: [{ name: 'note', kind: 'text', words: text('记', 'Note'), required: false }],
        },
      },
    }
    const data = { start: {}, add: { n: 7 }, finish: { note: '内部' } }
    const facts = (who: Actor) =>
      seen(who, { data }, { process: secretly }).facts.map(({ name, value }) => [name, value.zh])
    expect(facts(official)).toEqual([
      ['n', '7'],
      ['note', '内部'],
    ])
    expect(facts(party)).toEqual([['n', '7']])
  })
  test('a note in a log answers none of them, and questions of one name in other words stand beside each other', () => {
    const asking = (zh: string): Field => ({
      name: 'site',
      kind: 'text',
      words: text(zh, zh),
      required: false,
    })
    const noting: ProcessDefinition = {
      ...process,
      start: { ...process.start, fields: [asking('地点')] },
      events: {
        ...process.events,
        add: { ...process.events.add!, fields: [asking('地点')], appendsOnly: true },
        finish: { ...process.events.finish!, fields: [asking('指挥部地点')] },
      },
    }
    const data = { start: { site: '三车间' }, add: { site: '路上' }, finish: { site: '东门' } }
    const read = seen(official, { data }, { process: noting }).facts
    expect(read.map(({ label, value }) => [label.zh, value.zh])).toEqual([
      ['地点', '三车间'],
      ['指挥部地点', '东门'],
    ])
  })
})

const told = (rows: typeof facts) => ({
  process,
  record: begun,
  facts: rows,
  uploads: [],
  related: [],
})

test('the timeline is what each fact says to its reader, with the address of each picture', () => {
  const picture = 'a'.repeat(64)
  const fact = facts[0]!
  const rows = [
    { ...fact, seq: 1, audience: 'internal' as const },
    { ...fact, seq: 2, actor: { ...fact.actor, picture } },
  ]
  const inside = timelineFor(told(rows), { audience: 'internal', actor: official })
  expect(inside.map(({ seq }) => seq)).toEqual([1, 2])
  expect(inside[1]?.pictures).toMatchObject([
    { sha256: picture, url: `/api/cases/c-1/signatures/${picture}` },
  ])
  expect('pictures' in inside[0]!).toBe(false)
  const outside = timelineFor(told(rows), { audience: 'party', actor: official })
  expect(outside.map(({ seq, hash }) => [seq, hash])).toEqual([[2, '']])
})

test('files stand where they were given: in the timeline, in what is proposed and in what has been said', () => {
  const asking: ProcessDefinition = {
    ...process,
    events: {
      ...process.events,
      add: {
        ...process.events.add!,
        fields: [{ name: 'n', kind: 'files', words: text('图', 'Pictures'), required: false }],
      },
    },
  }
  const uploads = [{ id: 'f', name: 'f.jpg', type: 'image/jpeg', size: 1, sha256: 's' }] as never
  const data = { n: ['f'] }
  const row = { ...facts[0]!, type: 'add', data }
  const [item] = timelineFor(
    { ...told([row]), process: asking, uploads },
    { audience: 'internal', actor: official },
  )
  const files = [{ id: 'f', url: '/api/files/f' }]
  expect(item?.fields[0]?.files).toMatchObject(files)
  const proposing = withTask({ proposal: { type: 'add', data } })
  const view = seen(official, { ...proposing, data: { add: data } }, { process: asking, uploads })
  expect(view.tasks[0]?.proposal?.data[0]?.files).toMatchObject(files)
  expect(view.facts[0]?.files).toMatchObject(files)
})
