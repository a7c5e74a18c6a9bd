// A fire with two hundred orders and two thousand entries of the log, as the incident room reads it.
import type { Hono } from 'hono'
import type { ItemView } from '../../../contract/case/items.ts'
import { orderActs } from '../../../domain/emergency-response/orders/order-acts.ts'
import { text } from '../../../domain/language/words.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { act, at, view } from './data.ts'

export const incidentId = 'incident-1'
const [orders, entries] = [200, 2_000]
const minutes = (n: number) => new Date(Date.parse(at(0, 9)) + n * 60_000).toISOString()

const states = [
  ['open.given', text('待签收', 'Not received yet')],
  ['open.begun', text('执行中', 'Under way')],
  ['done', text('已完成', 'Done')],
] as const

const item = (nth: number): ItemView => {
  const [state, stateWords] = states[nth % 3] as (typeof states)[number]
  const done = state === 'done'
  return {
    no: 10 + nth,
    kind: 'order',
    title: text(`指令第${nth}号`, `Order no. ${nth}`),
    state,
    stateWords,
    recipients: [text('市消防救援支队值班员', 'Fire brigade, duty officer')],
    openedAt: minutes(nth % 90),
    movedAt: minutes((nth % 90) + 10),
    dueAt: minutes((nth % 90) + 60),
    endedAt: done ? minutes((nth % 90) + 50) : null,
    plannedFrom: minutes(nth % 90),
    plannedUntil: minutes((nth % 90) + 60),
    begunAt: state === 'open.given' ? null : minutes((nth % 90) + 10),
    late: false,
    forms: [
      {
        type: 'give-order',
        words: text('下达指令', 'Give an order'),
        fields: [
          {
            name: 'task',
            label: text('任务', 'Task'),
            value: text(`控制着火罐${nth}`, `Hold tank ${nth}`),
          },
        ],
      },
    ],
    acts: done
      ? []
      : [
          act('recall-order', {
            taskId: `order-${nth}`,
            words: orderActs['recall-order'].words,
            fields: orderActs['recall-order'].fields,
          }),
        ],
  }
}

const entry = (seq: number): TimelineItem => ({
  seq,
  type: 'note-event',
  title: text('处置记事', 'Note in the log'),
  who: text(seq % 2 ? '邵惊蛰（值班员）' : '严小暑（值班员）', 'Duty officer'),
  occurredAt: minutes(seq / 20),
  recordedAt: minutes(seq / 20 + (seq % 7 === 0 ? 15 : 0)),
  audience: 'internal',
  kind: seq % 10 === 0 ? 'clock' : 'event',
  fields: [
    { name: 'text', label: text('事项', 'What happened'), value: text(`第${seq}条`, `No. ${seq}`) },
  ],
  state: null,
  hash: 'f'.repeat(64),
})

export const incidentRoutes = (app: Hono): void => {
  app.get(`/api/cases/${incidentId}`, (c) =>
    c.json(
      view({
        id: incidentId,
        title: '一号罐区储罐着火',
        itemKinds: ['order'],
        tasks: [],
        acts: ['give-order', 'note-event'].map((type) =>
          act(type, { taskId: null, kind: 'event', words: text(`【${type}】`, type) }),
        ),
        openedAt: at(0, 9),
      }),
    ),
  )
  app.get(`/api/cases/${incidentId}/items`, (c) =>
    c.json({
      kinds: [{ kind: 'order', words: text('指令', 'Order'), opens: 'give-order' }],
      items: Array.from({ length: orders }, (_, n) => item(n + 1)),
      planned: [],
    }),
  )
  app.get(`/api/cases/${incidentId}/timeline`, (c) =>
    c.json({
      items: Array.from({ length: entries }, (_, n) => entry(n + 1)),
      chain: { valid: true, checked: entries, brokenAt: null },
    }),
  )
}
