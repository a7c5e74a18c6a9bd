// What does the fake answer to people who have not signed in?
import type { Hono } from 'hono'
import { serviceGuide, serviceRow } from '../../../domain/guide/guide.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { text } from '../../../domain/language/words.ts'
import { stageNames, stages } from '../../../domain/model/guide-definition.ts'
import { processes } from '../../../domain/processes.ts'
import type { FollowView } from '../../../domain/public/follow.ts'
import { publicForm } from '../../../domain/public/form.ts'
import type { PublicNotice } from '../../../domain/public/notice.ts'
import { publicLicenceRoutes } from './licences.ts'
import { problem } from './state.ts'

export const receiptAnswer = {
  number: '衢柯隐患〔2026〕0012号',
  receipt: 'RECEIPT23456',
  code: 'AB2CD3EF',
}

const followed: FollowView = {
  number: receiptAnswer.number,
  process: hazardRectification.title,
  region: text('柯城区', 'Kecheng District'),
  status: 'open',
  state: text('已核实，企业正在整改', 'Verified; the enterprise is rectifying it'),
  reportedAt: '2026-03-02T01:00:00.000Z',
  steps: [
    { at: '2026-03-02T01:00:00.000Z', words: text('已收到', 'Received') },
    {
      at: '2026-03-06T01:00:00.000Z',
      words: text('已核实，企业正在整改', 'Verified; the enterprise is rectifying it'),
    },
  ],
  answers: [],
  stages: [],
  wanted: [],
  limits: [
    {
      date: '2026-03-20',
      overdue: false,
      provisional: false,
      left: text('剩 8 个工作日', '8 working days left'),
      words: text('举报反馈', 'Feedback to the reporter'),
      article: '《安全生产举报奖励办法》',
      course: null,
    },
  ],
}

const applied: FollowView = {
  ...followed,
  number: '衢柯经营〔2026〕0012号',
  process: text('危险化学品经营许可证', 'Hazardous chemicals business licence'),
  state: text('请按核查意见整改', 'Please put right what the check found'),
  stages: stageNames.map((stage, at) => ({
    stage,
    words: stages[stage],
    look: at < 2 ? 'done' : at === 2 ? 'now' : 'later',
  })),
  wanted: [text('整改', 'Put right what was found')],
  limits: [
    {
      date: '2026-04-20',
      overdue: false,
      provisional: false,
      left: text('已中止计时', 'Clock stopped'),
      words: text('审查决定', 'Review and decision'),
      article: '危险化学品经营许可证管理办法（令55号）第11条',
      course: text(
        '第14/30个工作日；扣除6个工作日：专家评审（行政许可法第45条）2026-03-09→2026-03-16；到期 2026-04-20',
        '14 of 30 working day(s); 6 working days not counted: expert review; due 2026-04-20',
      ),
    },
  ],
}

const summary = text('公告内容', 'Text of the notice')
const notices: PublicNotice[] = ['公告摘牌', '挂牌督办公告'].map((zh, at) => ({
  process: hazardRectification.id,
  processTitle: hazardRectification.title,
  number: receiptAnswer.number,
  region: text('柯城区', 'Kecheng District'),
  enterprise: '衢州试验化工有限公司',
  level: at === 1 ? 3 : null,
  type: at === 1 ? 'publish-listing' : 'publish-delisting',
  words: text(zh, at === 1 ? 'Publish the listing' : 'Publish the de-listing'),
  at: '2026-03-10T01:00:00.000Z',
  fields: [{ name: 'publicSummary', label: summary, value: text('安全阀已更换', '安全阀已更换') }],
  others: [{ words: text('挂牌督办公告', 'Publish the listing'), at: '2026-02-10T01:00:00.000Z' }],
}))

const day = '2026-06-01'
const serviceRoutes = (app: Hono) => {
  app.get('/api/public/services', (c) =>
    c.json({ items: Object.values(processes).flatMap((one) => serviceRow(one, day) ?? []) }),
  )
  app.get('/api/public/services/:process', (c) => {
    const process = processes[c.req.param('process')]
    const guide = process && serviceGuide(process, day)
    return guide ? c.json(guide) : problem('not-found')
  })
}

export const publicRoutes = (app: Hono) => {
  publicLicenceRoutes(app)
  serviceRoutes(app)
  app.get('/api/public/processes', (c) =>
    c.json({ items: [publicForm(hazardRectification)], ticket: '1.fake' }),
  )
  app.post('/api/public/cases/:process', async (c) => {
    const { data } = await c.req.json<{ data: { site: string } }>()
    return data.site === 'refuse' ? problem('rate-limited') : c.json(receiptAnswer, 201)
  })
  app.post('/api/public/files', (c) =>
    c.json({ id: `f-${Date.now()}`, name: 'photo-1.png', type: 'image/png', size: 68 }, 201),
  )
  app.post('/api/public/follow', async (c) => {
    const { number, code } = await c.req.json<{ number: string; code: string }>()
    return code.startsWith('AB2C')
      ? c.json(number.includes('经营') ? applied : followed)
      : problem('not-found')
  })
  app.get('/api/public/notices', (c) =>
    c.json({ items: c.req.query('q') ? [] : notices, cursor: null }),
  )
}
