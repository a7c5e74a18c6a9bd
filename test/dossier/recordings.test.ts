// Does the dossier name every recording with what tells it from others, and where its bytes lie?
import { expect, test } from 'vitest'
import { type DossierFile, orderDossier } from '../../domain/dossier/order.ts'
import { dossierSheet, mostInArchive } from '../../domain/dossier/sheet.ts'
import { dossier } from '../../domain/enforcement-case/dossier.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'

const at = '2026-03-02T02:00:00.000Z'
const record = {
  data: {},
  snapshot: { value: {}, context: {}, status: 'active' },
  openTasks: {},
  openedAt: at,
} as unknown as CaseRecord
const film = (id: string, more: Partial<DossierFile> = {}): DossierFile => ({
  id,
  name: `${id}.mp4`,
  type: 'video/mp4',
  sha256: id.repeat(64).slice(0, 64),
  at,
  ...more,
})
const added = (seq: number, id: string, bytes: number) => ({
  seq,
  type: 'attach-recording',
  data: {
    recording: [id],
    kind: 'video',
    device: '执法记录仪 A-07',
    from: '2026-03-02T01:00:00.000Z',
    to: '2026-03-02T01:10:00.000Z',
    bytes,
  },
  actor: { kind: 'person', name: '林检查', office: '330802-enforcement' },
})

test('a part of their own, each with device, time, officer and bytes; too large or removed ones say where they are', () => {
  const removed = { removed: { at: '2036-04-01T00:00:00.000Z' } }
  const files = [film('a'), film('b'), film('c', { recording: removed }), film('d')]
  const ordered = orderDossier(enforcementCase, dossier, {
    record,
    documents: [],
    files,
    facts: [added(2, 'a', 5_000), added(3, 'b', mostInArchive + 1), added(4, 'c', 9)],
  })
  expect(ordered.parts.map(({ words }) => words.zh)).toEqual(['执法全过程音像记录', '其他材料'])
  const sheet = dossierSheet(
    {
      title: '案',
      number: '1',
      office: '局',
      party: { name: '', code: '' } as never,
      partyName: '',
      openedAt: at,
      closedAt: null,
      handlers: [],
      rows: [],
      at,
    },
    ordered,
  )
  expect(
    sheet.entries.map(({ title, sha256, elsewhere }) => [title, sha256[0], elsewhere]),
  ).toEqual([
    ['a', 'a', undefined],
    ['b', 'b', '平台文件库，文件编号 b'],
    ['c', 'c', '保存期满，内容已于2036-04-01清理'],
    ['d', 'd', undefined],
  ])
  expect(sheet.entries[0]?.note).toBe(
    '录像，执法记录仪 A-07，2026-03-02 09:00至2026-03-02 09:10，林检查附入，5000字节',
  )
  expect(sheet.entries[3]?.note).toBe('')
})
