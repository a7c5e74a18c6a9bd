// Do the gravest matters of a response stand first on its wall, and are all others counted?
import { describe, expect, test } from 'vitest'
import type { ItemView } from '../../../contract/case/items.ts'
import { text } from '../../../domain/language/words.ts'
import type { ClockView, TimelineItem } from '../../../domain/views/case-views.ts'
import {
  commanderIn,
  countOrders,
  latestOf,
  ordersByWeight,
  taskOf,
  waitingIn,
} from '../../../ui/incident/wall/matters.ts'
import { clocks } from '../fake/data.ts'

const now = Date.parse('2026-04-21T03:00:00.000Z')
const item = (no: number, more: Partial<ItemView> = {}): ItemView => ({
  no,
  kind: 'order',
  title: text(`指令第${no}号`, `Order no. ${no}`),
  state: 'open.given',
  stateWords: text('待签收', 'Not received yet'),
  recipients: [text('消防', 'Fire')],
  openedAt: '2026-04-21T01:00:00.000Z',
  movedAt: '2026-04-21T01:00:00.000Z',
  dueAt: null,
  endedAt: null,
  plannedFrom: null,
  plannedUntil: null,
  begunAt: null,
  late: false,
  brief: [],
  unmaskable: [],
  forms: [],
  acts: [],
  ...more,
})
const form = (type: string, name: string, value: string): ItemView['forms'][number] => ({
  type,
  words: text(type, type),
  fields: [{ name, label: text(name, name), value: text(value, value) }],
})
const due = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const say = ({ zh }: { zh: string }) => zh

describe('orders', () => {
  const items = [
    item(1),
    item(2, { dueAt: due(30), begunAt: due(-5) }),
    item(3, { dueAt: due(-10) }),
    item(4, { dueAt: due(-60) }),
    item(5, { dueAt: due(-90), endedAt: due(-80) }),
    item(6, { dueAt: due(0) }),
  ]

  test('are counted: late from the moment of their end, ended ones never', () => {
    expect(countOrders(items, now)).toEqual({ open: 5, late: 3, unread: 4, ended: 1 })
    expect(countOrders([], now)).toEqual({ open: 0, late: 0, unread: 0, ended: 0 })
  })

  test('stand by how long they have been late, then by what is due, then without an end', () => {
    expect(ordersByWeight(items).map(({ no }) => no)).toEqual([4, 3, 6, 2, 1])
  })

  test('are called by their task, or by their number where none was said', () => {
    expect(taskOf(item(1, { forms: [form('give-order', 'task', '堵漏')] })).zh).toBe('堵漏')
    expect(taskOf(item(1)).zh).toBe('指令第1号')
  })
})

describe('what waits for an answer', () => {
  const [known] = clocks
  const clock = (id: string, more: Partial<ClockView>): ClockView => {
    if (!known) throw new Error('no clock is known')
    return { ...known, id, ...more }
  }
  const asks = item(1, {
    forms: [form('give-order', 'task', '堵漏'), form('ask-for-help', 'wanted', '泡沫')],
  })
  const unread = item(2, { kind: 'message', forms: [form('send-message', 'text', '请到场')] })

  test('are calls for help, then notices that nobody has acknowledged, then messages that nobody has read', () => {
    const found = waitingIn(
      [unread, asks, { ...asks, no: 3, endedAt: due(-1) }, { ...unread, no: 4, endedAt: due(-1) }],
      { clocks: [clock('o1', {})], unread: new Set(['message']) },
      say,
      '、',
    )
    expect(found.map(({ why, about, who }) => [why, about.zh, who])).toEqual([
      ['help', '泡沫', '消防'],
      ['limit', '整改期限', '郑国平'],
      ['unread', '请到场', '消防'],
    ])
  })

  test('is nothing of a limit that runs no longer, nor of one that somebody has acknowledged', () => {
    const levels = clock('o1', {}).escalationLevels.map((one) => ({
      ...one,
      acknowledgedAt: due(-1),
    }))
    const all = { clocks: [clock('o1', { now: null }), clock('o2', { escalationLevels: levels })] }
    expect(waitingIn([], { ...all, unread: new Set() }, say, '、')).toEqual([])
  })
})

describe('the log', () => {
  const entry = (seq: number, type: string, kind: TimelineItem['kind'], at: string) =>
    ({
      seq,
      type,
      kind,
      occurredAt: at,
      fields: form(type, 'commander', `第${seq}`).fields,
    }) as TimelineItem

  test('shows what people did, by when it happened, and names the last commander', () => {
    const story = [
      entry(1, 'set-up-command-post', 'event', due(-50)),
      entry(2, 'note-event', 'event', due(-60)),
      entry(3, 'reported', 'clock', due(-1)),
      entry(4, 'set-up-command-post', 'event', due(-20)),
    ]
    expect(latestOf(story, 2).map(({ seq }) => seq)).toEqual([4, 1])
    expect(commanderIn(story)?.zh).toBe('第4')
    expect(commanderIn([])).toBeNull()
  })
})
