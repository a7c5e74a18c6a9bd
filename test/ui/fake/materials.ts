// Which materials has the invented case, one of them in two versions, one missing, one a text?
import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import type { MessageView } from '../../../contract/evidence/materials.ts'
import type { RecordingsView } from '../../../contract/evidence/recordings.ts'
import { text } from '../../../domain/language/words.ts'
import type { Material, MaterialVersion } from '../../../domain/views/materials.ts'

/** What their bytes are: two pictures that differ, two lists that differ in a line. */
export const contents: Record<string, { type: string; body: string }> = {
  m1: { type: 'image/svg+xml', body: picture('#34536f') },
  m2: { type: 'image/svg+xml', body: picture('#7a5c00') },
  l1: { type: 'text/csv', body: '姓名,证号\n王一,001\n李二,002\n' },
  l2: { type: 'text/csv', body: '姓名,证号\n王一,001\n李二,003\n赵三,004\n' },
}

function picture(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="${colour}"/></svg>`
}

const file = (id: string, name: string) => {
  const { type, body } = contents[id]!
  return {
    id,
    name,
    type,
    size: 40_000,
    url: `/api/files/${id}`,
    sha256: createHash('sha256').update(body).digest('hex'),
    taken: null,
  }
}
const version = (n: number, id: string, name: string): MaterialVersion => ({
  version: n,
  seq: n,
  at: `2026-04-0${n}T02:00:00.000Z`,
  who: text('周敏（企业安全管理员）', 'Zhou Min'),
  act: n === 1 ? text('申请', 'Apply') : text('提交补正材料', 'Supply what is missing'),
  note: n === 1 ? null : '已签字',
  files: [file(id, name)],
})
const material = (key: string, zh: string, en: string, versions: MaterialVersion[]): Material => ({
  key,
  label: text(zh, en),
  start: true,
  required: false,
  versions,
})

export const materials: Material[] = [
  material('form', '申请书', 'Application form', [
    version(1, 'm1', '申请书.png'),
    version(2, 'm2', '申请书（签字）.png'),
  ]),
  material('lease', '租赁证明', 'Lease', []),
  material('people', '人员名单', 'List of staff', [
    version(1, 'l1', '名单.csv'),
    version(2, 'l2', '名单2.csv'),
  ]),
]

const messages: MessageView[] = [
  {
    id: 'n1',
    title: text('隐患排查治理：下达整改指令', 'Hazard: order issued'),
    at: '2026-04-02T02:00:00.000Z',
    mailed: true,
    body: text('请在期限内整改并报告。', 'Please put it right in time and report.'),
  },
]

const recordings: RecordingsView = {
  takes: true,
  may: true,
  why: null,
  most: 4_294_967_296,
  endings: { video: ['.mp4'], audio: ['.wav'] },
  waitsForDays: 7,
  retention: { period: text('10年', '10 years'), source: text('暂定', 'Provisional') },
  items: [
    {
      id: 'r1',
      name: '现场检查.mp4',
      kind: 'video',
      device: '执法记录仪 A-07',
      from: '2026-04-02T01:00:00.000Z',
      to: '2026-04-02T01:10:00.000Z',
      type: 'video/mp4',
      size: 734_003_200,
      sha256: 'a'.repeat(64),
      url: '/api/files/r1',
      seconds: 600,
      seq: 7,
      about: 5,
      by: '陈晓东',
      at: '2026-04-02T03:00:00.000Z',
      removedAt: null,
    },
  ],
  unfinished: [
    {
      id: 'r2',
      name: '询问录音.wav',
      kind: 'audio',
      device: '手机',
      from: '2026-04-02T02:00:00.000Z',
      to: '2026-04-02T02:30:00.000Z',
      about: null,
      size: 200_000_000,
      offset: 83_886_080,
      waitsUntil: '2026-04-09T03:00:00.000Z',
    },
  ],
}

export const materialRoutes = (app: Hono) => {
  app.get('/api/cases/:id/recordings', (c) =>
    c.json(c.req.param('id') === 'case-items' ? recordings : { ...recordings, takes: false }),
  )
  app.get('/api/cases/:id/materials', (c) =>
    c.json({ items: c.req.param('id') === 'case-items' ? materials : [] }),
  )
  app.get('/api/cases/:id/messages', (c) => c.json({ items: messages }))
  app.get('/api/files/:id', (c, next) => {
    const found = contents[c.req.param('id')]
    return found ? c.body(found.body, 200, { 'content-type': found.type }) : next()
  })
}
