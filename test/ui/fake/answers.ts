// What does the fake answer where nothing ever changes?

import type { Me } from '../../../contract/account/session.ts'
import type { HealthView } from '../../../contract/operation/operation.ts'
import { type Text, text } from '../../../domain/language/words.ts'
import { now } from './data.ts'

const inspector = text('执法检查员', 'Inspector')
const safety = text('企业安全管理员', 'Enterprise safety officer')
const qujiang = text('衢江区应急管理局', 'Qujiang emergency management bureau')

const appointment = (office: string, officeName: Text, role: string, roleName: Text) => ({
  office,
  officeName,
  region: '330803',
  regionName: text('衢江区', 'Qujiang District'),
  role,
  roleName,
})

const clockOwner = (id: string, name: string, username: string): Me => ({
  id,
  name,
  username,
  enterprise: null,
  starts: [],
  registers: [],
  laboratory: false,
  demo: true,
  unproven: false,
  now,
  appointments: [
    {
      office: '330800-administration',
      officeName: text('衢州市系统管理处', 'Quzhou administration'),
      region: '330800',
      regionName: text('衢州市', 'Quzhou'),
      role: 'administrator',
      roleName: text('系统管理员', 'Administrator'),
    },
  ],
  counts: { todo: 0, pool: 0, done: 0, mine: 0, cc: 0 },
})

export const mes: Record<string, Me> = {
  'chen.xiaodong': {
    id: 'p1',
    name: '陈晓东',
    username: 'chen.xiaodong',
    enterprise: null,
    appointments: [appointment('330803-bureau', qujiang, 'inspector', inspector)],
    starts: ['hazard-rectification'],
    registers: [],
    counts: { todo: 6, pool: 2, done: 4, mine: 4, cc: 0 },
    laboratory: true,
    demo: true,
    unproven: false,
    now,
  },
  'zhou.min': {
    id: 'p2',
    name: '周敏',
    username: 'zhou.min',
    enterprise: { id: 'e1', name: '衢州市蓝溪精密铸造有限公司' },
    appointments: [
      appointment(
        'enterprise:e1',
        text('衢州市蓝溪精密铸造有限公司', 'Lanxi Precision Casting'),
        'enterprise-safety',
        safety,
      ),
    ],
    starts: ['hazard-rectification'],
    registers: [],
    counts: { todo: 1, pool: 0, done: 2, mine: 3, cc: 0 },
    laboratory: false,
    demo: true,
    unproven: false,
    now,
  },
  'sun.li': clockOwner('p3', '孙丽', 'sun.li'),
  'he.jing': clockOwner('p4', '何静', 'he.jing'),
}

const health: HealthView = {
  now,
  openCases: 214,
  openTasks: 187,
  runningObligations: 342,
  lateEscalationLevels: 0,
  worstLatenessSeconds: 4,
  pendingEffects: 3,
  quarantined: 1,
  oldestPendingSeconds: 12,
  auditor: {
    at: now,
    findings: [
      {
        kind: 'effect-stuck',
        words: text('一封通知邮件超过 10 分钟未送出', 'A notice has waited more than 10 minutes'),
        caseId: 'case-1',
        at: now,
      },
    ],
  },
  anchors: [{ day: '2026-04-20', cases: 211, head: '3f9ca81b77d0e1'.padEnd(64, 'b2') }],
  services: [
    { name: 'PostgreSQL', ok: true, detail: text('正常', 'In order') },
    { name: 'Temporal', ok: true, detail: text('正常', 'In order') },
    { name: 'SMTP', ok: false, detail: text('没有应答', 'Does not answer') },
  ],
}

const day = (date: string, index: number | null, why: string) => ({
  date,
  counted: index !== null,
  index,
  why,
})

export const answers = {
  accounts: Object.values(mes).map((me) => ({
    username: me.username,
    password: 'anjian',
    name: me.name,
    roles: me.appointments.map((one) => one.role),
    place: me.appointments[0]!.officeName,
  })),
  enterprises: [
    {
      id: 'e1',
      name: '衢州市蓝溪精密铸造有限公司',
      code: '91330803MA2DE0000X',
      region: text('衢江区', 'Qujiang District'),
    },
    {
      id: 'e2',
      name: '衢州市清源水泥制品有限公司',
      code: '91330803MA2DE0001P',
      region: text('衢江区', 'Qujiang District'),
    },
  ],
  people: [
    { id: 'p7', name: '李强', office: qujiang, role: inspector },
    { id: 'p8', name: '赵丽', office: qujiang, role: inspector },
  ],
  handwriting:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40"><path d="M6 30Q20 4 30 24T54 20T80 22T114 10" fill="none" stroke="#000" stroke-width="3"/></svg>',
  picture:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="#8a97a5"/><path d="M0 3l1.4-1.600 1 1 .7-.6L4 3z" fill="#5d6b7a"/><circle cx="3" cy=".8" r=".3" fill="#dfe5ea"/></svg>',
  health,
  computed: {
    due: '2026-04-22',
    dueAt: '2026-04-22T16:00:00.000Z',
    nominal: '2026-04-22',
    provisional: false,
    reasons: [],
    rule: { unit: 'WD' },
    expiry: {
      words: text('逾期未作出决定的，不视为准予许可', 'No decision in time is not a deemed grant'),
      provisional: true,
    },
    explanation: text(
      '自 2026-04-14 次日起算，5 个工作日；扣除 1 个工作日：专家评审（许可法45条）；2026-04-22 24 时届满。',
      'Five working days from the day after 14 April 2026, one working day excluded for expert review; ends on 22 April 2026 at 24:00.',
    ),
    days: [
      day('2026-04-14', null, 'start-day'),
      day('2026-04-15', 1, 'counted'),
      day('2026-04-16', 2, 'counted'),
      day('2026-04-17', 3, 'counted'),
      day('2026-04-18', null, 'rest-day'),
      day('2026-04-19', null, 'rest-day'),
      day('2026-04-20', null, 'pause:expert-review'),
      day('2026-04-21', 4, 'counted'),
      day('2026-04-22', 5, 'counted'),
    ],
  },
}

const rule = (
  id: string,
  zh: string,
  en: string,
  n: number,
  unit: 'WD' | 'ND',
  confidence = 'V',
) => ({
  id,
  version: '2021-09-01',
  title: text(zh, en),
  norm: text('《安全生产法》', 'Work Safety Law'),
  article: text('第六十五条', 'Art. 65'),
  unit,
  n,
  from: '2021-09-01',
  to: null,
  confidence,
})

export const rules = [
  rule('hazard-rectification.verify', '重大隐患核实', 'Verify a major hazard', 1, 'ND', 'D'),
  rule('hazard-rectification.re-check', '整改复查', 'Re-check of the rectification', 10, 'ND', 'M'),
  rule('hazchem-licence.decide', '经营许可证审查决定', 'Decide on the licence', 20, 'WD'),
]
