// What has happened in the invented case?

import { type Text, text } from '../../../domain/language/words.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { at, fact, facts, photo } from './data.ts'

const item = (
  seq: number,
  day: number,
  hour: number,
  type: string,
  title: Text,
  who: Text | null,
  extra: Partial<TimelineItem> = {},
): TimelineItem => ({
  seq,
  type,
  title,
  who,
  occurredAt: at(day, hour),
  recordedAt: at(day, hour),
  audience: 'party',
  fields: [],
  state: null,
  kind: 'event',
  hash: `a${seq}`.padEnd(64, '3f9c'),
  ...extra,
})

export const timeline = (): TimelineItem[] => [
  item(
    1,
    -48,
    9.2,
    'report',
    text('报告隐患', 'Hazard reported'),
    text('周敏（企业安全管理员）', 'Zhou Min (safety officer)'),
    {
      fields: facts.slice(1),
      state: text('待核实定级', 'Awaiting verification'),
    },
  ),
  item(2, -47, 14, 'claim', text('领取', 'Claimed'), text('李强', 'Li Qiang'), {
    kind: 'task',
    audience: 'internal',
  }),
  item(
    3,
    -46,
    10.5,
    'verify',
    text('核实属实并定级：重大隐患', 'Verified: major hazard'),
    text('李强、陈晓东', 'Li Qiang, Chen Xiaodong'),
    {
      state: text('待下达指令', 'Awaiting the order'),
      pictures: ['李强', '陈晓东'].map((name) => ({
        name,
        sha256: 'a',
        url: '/api/cases/case-1/signatures/a',
      })),
    },
  ),
  item(
    4,
    -40,
    9,
    'issue-order',
    text('责令限期整改', 'Order to rectify'),
    text('李强', 'Li Qiang'),
    {
      fields: [
        fact('dueDate', '整改期限', 'Rectify by', '2026-04-12'),
        fact('requirements', '整改要求', 'What must be done', '乙炔、氧气分室存放，设防倾倒链。'),
      ],
      state: text('整改中', 'Rectifying'),
    },
  ),
  item(
    5,
    -8,
    0.1,
    'supervise-red',
    text('亮红牌（县级督办）', 'Red card (county supervision)'),
    text('法定时钟', 'Legal clock'),
    {
      kind: 'clock',
      state: text('红牌（县级督办）', 'Red card'),
    },
  ),
  item(
    6,
    -8,
    0.2,
    'notice',
    text('已通知 郑国平（邮件，已送达）', 'Told: Zheng Guoping (mail, delivered)'),
    null,
    {
      kind: 'notice',
      audience: 'internal',
    },
  ),
  item(
    7,
    -7,
    10,
    'acknowledge',
    text('签收督办', 'Supervision acknowledged'),
    text('王建军', 'Wang Jianjun'),
    {
      audience: 'internal',
      fields: [
        fact(
          'measures',
          '督办措施（内部）',
          'Measures (internal)',
          '约谈企业主要负责人，每周现场督导。',
        ),
      ],
    },
  ),
  item(
    8,
    -2,
    0.1,
    'supervise-city',
    text('市级挂牌督办', 'City supervision'),
    text('法定时钟', 'Legal clock'),
    {
      kind: 'clock',
      state: text('市级督办', 'City supervision'),
    },
  ),
  item(
    9,
    -1,
    16.4,
    'report-rectified',
    text('上报整改完成', 'Reported as rectified'),
    text('周敏（企业安全管理员）', 'Zhou Min'),
    {
      recordedAt: at(-1, 17.9),
      fields: [
        fact('description', '整改情况', 'What was done', '乙炔瓶已移至独立气瓶间，加装防倾倒链。'),
        fact('photos', '照片', 'Photos', '1', [photo('f3', '整改后.jpg')]),
      ],
      state: text('待复查', 'Awaiting re-check'),
    },
  ),
]
