// A fire with two hundred orders and two thousand entries of the log, as the incident room reads it.
import type { Hono } from 'hono'
import type { ItemView } from '../../../contract/case/items.ts'
import type { NearEntryView } from '../../../contract/case/nearest.ts'
import { orderActs } from '../../../domain/emergency-response/orders/order-acts.ts'
import { text } from '../../../domain/language/words.ts'
import type { ClockView, DueView, TimelineItem } from '../../../domain/views/case-views.ts'
import { act, at, clocks, view } from './data.ts'

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
    brief: [],
    unmaskable: [],
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

/** An exercise on the wall: every word as long as a form takes it. */
export const exerciseId = 'incident-exercise'
const long = (words: string, most: number) => words.repeat(most).slice(0, most)

const wallItem = (nth: number): ItemView => {
  const one = item(nth)
  const [form] = one.forms
  const [field] = form?.fields ?? []
  if (!form || !field) return one
  const task = long(`控制着火罐${nth}并转移物料`, 120)
  const asks = {
    type: 'ask-for-help',
    words: text('请求增援', 'Ask for help'),
    fields: [
      { name: 'wanted', label: text('需要', 'Wanted'), value: text(long('泡沫车', 300), 'Foam') },
    ],
  }
  return {
    ...one,
    forms: [
      { ...form, fields: [{ ...field, value: text(task, task) }] },
      ...(nth % 9 === 1 ? [asks] : []),
    ],
  }
}

const reportClock = (clock: string, words: ClockView['words'], over: boolean): ClockView => {
  const [known] = clocks
  if (!known) throw new Error('the tests know no clock')
  return {
    ...known,
    id: clock,
    clock,
    words,
    pauses: [],
    status: over ? 'overdue' : 'running',
    now: { ...(known.now as DueView), overdue: over },
  }
}

const wallView = () =>
  view({
    id: exerciseId,
    process: 'emergency-response',
    title: `【演练】${long('一号罐区储罐着火并威胁相邻装置', 120)}`,
    site: long('化工园区一号罐区', 200),
    itemKinds: ['order'],
    clocks: [
      reportClock('county-report', text('县级上报市级', 'County to city'), true),
      reportClock('city-report', text('市级上报省级', 'City to province'), false),
      reportClock('county-phone', text('县级电话快报', 'County by telephone'), true),
    ],
    acts: [],
    openedAt: at(0, 9),
  })

const wallEntry = (seq: number): TimelineItem => {
  const one = entry(seq)
  const [field] = one.fields
  const words = long(`第${seq}条：现场泡沫覆盖有效，罐壁温度下降`, 2_000)
  return field ? { ...one, fields: [{ ...field, value: text(words, words) }] } : one
}

const nearAt = (nth: number): NearEntryView => ({
  id: `resource-${nth}`,
  number: `衢柯资源〔2026〕000${nth}号`,
  name: `第${nth}救援队`,
  kind: text('应急救援队伍', 'Rescue team'),
  region: text('柯城区', 'Kecheng'),
  owner: null,
  standing: text('可用', 'Available'),
  km: Math.round(nth * 11) / 10,
  lon: 118.9 + nth * 0.01,
  lat: 28.9,
  fields: [],
  due: null,
  overdue: false,
  heldBy: [],
  free: nth % 2 === 0,
  reasons: [],
  form: {},
})

const wallRoutes = (app: Hono): void => {
  const path = `/api/cases/${exerciseId}`
  app.get(path, (c) => c.json(wallView()))
  app.get(`${path}/items`, (c) =>
    c.json({
      kinds: [
        {
          kind: 'order',
          words: text('指令', 'Order'),
          opens: 'give-order',
          calls: true,
          correspondence: false,
        },
      ],
      items: Array.from({ length: orders }, (_, n) => wallItem(n + 1)),
      planned: [],
    }),
  )
  app.get(`${path}/nearest`, (c) =>
    c.json({
      by: { source: 'case', lon: 118.9, lat: 28.9 },
      kinds: [],
      items: Array.from({ length: 9 }, (_, n) => nearAt(n + 1)),
      total: 9,
      elsewhere: [],
    }),
  )
  app.get(`${path}/timeline`, (c) =>
    c.json({
      items: Array.from({ length: entries }, (_, n) => wallEntry(n + 1)),
      chain: { valid: true, checked: entries, brokenAt: null, changedFiles: [] },
    }),
  )
}

export const incidentRoutes = (app: Hono): void => {
  wallRoutes(app)
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
      kinds: [
        {
          kind: 'order',
          words: text('指令', 'Order'),
          opens: 'give-order',
          calls: false,
          correspondence: false,
        },
      ],
      items: Array.from({ length: orders }, (_, n) => item(n + 1)),
      planned: [],
    }),
  )
  app.get(`/api/cases/${incidentId}/timeline`, (c) =>
    c.json({
      items: Array.from({ length: entries }, (_, n) => entry(n + 1)),
      chain: { valid: true, checked: entries, brokenAt: null, changedFiles: [] },
    }),
  )
}
