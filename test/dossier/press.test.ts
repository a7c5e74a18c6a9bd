// Does a dossier have a page for every page of every paper, numbered on, and does a broken paper not keep the others out?
import { expect, test } from 'vitest'
import { drawPhoto } from '../../bin/seed/photo.ts'
import { pressDossier } from '../../documents/dossier.ts'
import type { SheetEntry } from '../../domain/dossier/sheet.ts'
import { decision } from '../documents/signing/papers.ts'

const entry = (no: number, kind: SheetEntry['kind'], path: string): SheetEntry => ({
  no,
  part: no < 3 ? '处罚决定' : '证据',
  title: path,
  number: '',
  day: '2026-04-30',
  kind,
  path,
  sha256: 'ab'.repeat(32),
  note: '',
})
const pagesIn = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

test('cover and contents, then each paper from page 1 on; what cannot be shown has a sheet in its place', () => {
  const paper = decision()
  const sheet = {
    title: '案',
    office: '衢州市柯城区应急管理局',
    day: '2026-04-30',
    cover: [['案由', '未设置警示标志']] as [string, string][],
    missing: ['证据材料'],
    entries: [
      entry(1, 'pdf', 'decision.pdf'),
      entry(2, 'pdf', 'broken.pdf'),
      entry(3, 'image', 'photo.png'),
      entry(4, 'other', 'film.mp4'),
    ],
  }
  const bytes: Record<string, Uint8Array> = {
    'decision.pdf': paper,
    'broken.pdf': Buffer.from('%PDF-1.7 nothing of the kind'),
    'photo.png': drawPhoto(1),
  }
  const pdf = pressDossier(sheet, ({ path }) => bytes[path] ?? new Uint8Array())
  expect(pagesIn(pdf)).toBe(2 + pagesIn(paper) + 3)
  const again = pressDossier(sheet, ({ path }) => bytes[path] ?? new Uint8Array())
  expect(Buffer.from(again).equals(pdf)).toBe(true)
  const empty = pressDossier({ ...sheet, entries: [] }, () => new Uint8Array())
  expect(pagesIn(empty)).toBe(2)
})
