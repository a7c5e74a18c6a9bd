// Which lanes does the fake server put on the supervisors' wall?

import type { WallLane, WallView } from '../../../contract/supervision/supervision.ts'
import { text } from '../../../domain/language/words.ts'
import { at, clocks, due, fromTheWall } from './data.ts'

let size = 8
let first = 0

/** How many lanes there are, and which of them has become the most urgent. */
export const wallSize = (lanes: number, urgent: number) => {
  size = lanes
  first = urgent
}

const instructed = new Set<string>()

/** What was done from the wall shows in the lane. */
export const noteAct = (id: string, type: string) => {
  if (type === 'instruct') instructed.add(id)
}

const titles = [
  '二车间乙炔瓶与氧气瓶混存',
  '配电室绝缘垫缺失',
  '除尘管道积尘超标',
  '有限空间未设警示标识',
  '叉车无证驾驶',
]
const stop = { kind: 'expert-review', article: '许可法45条' }
const day = (n: number) => at(n, 12).slice(0, 10)

type EscalationLevel = WallLane['escalationLevels'][number]
const escalationLevel = (
  name: string,
  zh: string,
  en: string,
  when: number,
  status: EscalationLevel['status'],
  recipientCount = 0,
): EscalationLevel => ({
  escalationLevel: name,
  words: text(zh, en),
  plannedAt: at(when, 24),
  status,
  firedAt:
    status === 'notified' || status === 'acknowledged' || recipientCount > 0 ? at(when, 24) : null,
  acknowledgedAt: status === 'acknowledged' ? at(when + 1, 10) : null,
  acknowledgedBy: status === 'acknowledged' ? '王建军' : null,
  recipientCount,
  answered: null,
})

const stateAt = (
  end: number,
  when: number,
  otherwise: EscalationLevel['status'],
): EscalationLevel['status'] => (end + when < 0 ? otherwise : 'planned')

const escalationLevels = (end: number, index: number): EscalationLevel[] => [
  escalationLevel(
    'overdue',
    '整改逾期',
    'Rectification overdue',
    end,
    stateAt(end, 0, 'notified'),
    end < 0 ? 3 : 0,
  ),
  escalationLevel(
    'red',
    '亮红牌（县级督办）',
    'Red card (county supervision)',
    end + 1,
    stateAt(end, 1, index % 3 === 0 ? 'acknowledged' : 'missed'),
    end < -1 && index % 3 === 0 ? 2 : 0,
  ),
  escalationLevel(
    'city',
    '市级挂牌督办',
    'City supervision',
    end + 8,
    stateAt(end, 8, 'notified'),
    end < -8 ? 3 : 0,
  ),
  escalationLevel('province', '省级挂牌督办', 'Province supervision', end + 30, 'planned'),
]

const acts = fromTheWall.map(({ type, words }) => ({ type, words }))

const lane = (index: number): WallLane => {
  const end = index * 3 - 14
  const paused = index === 6
  const late = end < 0
  const words = late
    ? text(`逾期 ${-end} 个工作日`, `Overdue ${-end} working days`)
    : paused
      ? text('已中止计时', 'Clock stopped')
      : text(`剩 ${end} 个工作日`, `${end} working days left`)
  return {
    caseId: `case-${index + 1}`,
    process: 'hazard-rectification',
    number: `江隐患〔2026〕${17 + index}号`,
    title: titles[index % titles.length]!,
    enterprise: ['衢州市蓝溪精密铸造有限公司', '开化县金盾化工厂', null][index % 3]!,
    region: text('衢江区', 'Qujiang District'),
    level: ([2, 4, null, 3, 1] as const)[index % 5]!,
    state: instructed.has(`case-${index + 1}`)
      ? text(
          '待复查 · 市级督办 · 批示待答复',
          'Awaiting re-check · city supervision · instruction to be answered',
        )
      : text('待复查 · 市级督办', 'Awaiting re-check · city supervision'),
    revision: 9,
    clock: {
      id: `o${index}`,
      clock: 'rectification',
      words: text('整改期限', 'Rectification'),
      article: clocks[0]!.article,
      status: paused ? 'paused' : late ? 'overdue' : 'running',
      startedAt: at(end - 32),
      due: day(end),
      dueAt: at(end, 24),
      provisional: false,
      pauses: paused
        ? [{ ...stop, from: day(-12), to: null, reason: '专家评审' }]
        : index === 1
          ? [{ ...stop, from: day(-30), to: day(-25), reason: '专家评审' }]
          : [],
    },
    escalationLevels: escalationLevels(end, index),
    next:
      index === 2
        ? null
        : {
            words: text('4 个工作日后 → 市级挂牌督办', 'In 4 working days → City supervision'),
            at: at(6, 0),
          },
    due: due(end, words, { paused, provisional: index === 3 }),
    acts: index % 2 === 0 ? acts : [],
  }
}

export const wallPage = ({
  limit = '50',
  cursor = '',
  late = '',
  level = '',
}: Record<string, string>): WallView => {
  const order = [
    first,
    ...Array.from({ length: size }, (_, index) => index).filter((index) => index !== first),
  ]
  const all = order
    .map(lane)
    .filter(
      (one) => (late !== '1' || one.due.overdue) && (level === '' || String(one.level) === level),
    )
  const from = Number(cursor || 0)
  const to = from + Number(limit)
  return {
    items: all.slice(from, to),
    cursor: to < all.length ? String(to) : null,
    total: all.length,
    revision: 9,
  }
}
