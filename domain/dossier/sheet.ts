// What is printed of a dossier, and how are its files named and listed?
import { inChinese } from '../documents/document-source.ts'
import type { Party, Row } from '../model/document.ts'
import { civilDate, civilMoment, type Instant } from '../time/instant.ts'
import type { DossierPaper, OrderedDossier, RecordingTold } from './order.ts'

/** `pdf` and `image` are shown; of everything else the dossier says what it is and that it lies in the archive beside it. */
export type SheetKind = 'pdf' | 'image' | 'other'

export type SheetEntry = {
  no: number
  part: string
  title: string
  number: string
  day: string
  kind: SheetKind
  /** Its place in the archive. */
  path: string
  sha256: string
  note: string
  /** Its bytes are too many for the archive: where they lie instead. */
  elsewhere?: string
}

export type DossierSheet = {
  title: string
  office: string
  /** 'YYYY-MM-DD'. */
  day: string
  cover: Row[]
  entries: SheetEntry[]
  missing: string[]
}

type FilePaper = Extract<DossierPaper, { kind: 'file' }>

type Head = {
  title: string
  number: string
  office: string
  party: Party
  partyName: string
  openedAt: Instant
  closedAt: Instant | null
  handlers: string[]
  rows: Row[]
  at: Instant
}

const day = (at: Instant): string => inChinese(civilDate(at))

/** The cover says nothing that the case does not say. */
export const dossierSheet = (head: Head, { parts, missing }: OrderedDossier): DossierSheet => {
  const papers = parts.flatMap(({ words, papers }) =>
    papers.map((paper) => ({ part: words.zh, paper })),
  )
  const entries = papers.map(({ part, paper }, at) => entryOf(at + 1, part, paper))
  const rows: Row[] = [
    ['案件编号', head.number],
    ['案由', head.title],
    ['当事人', head.party.name || head.partyName],
    ['统一社会信用代码', head.party.code],
    ...head.rows,
    ['立案日期', day(head.openedAt)],
    ['结案日期', head.closedAt === null ? '' : day(head.closedAt)],
    ['承办人', head.handlers.join('、')],
    ['办案机关', head.office],
    ['卷内材料', `${entries.length} 件`],
    ['编制日期', day(head.at)],
  ]
  return {
    title: `${head.title}（${head.number}）`,
    office: head.office,
    day: civilDate(head.at),
    cover: rows.filter(([, value]) => value !== ''),
    entries,
    missing: missing.map(({ zh }) => zh),
  }
}

const entryOf = (no: number, part: string, paper: DossierPaper): SheetEntry => {
  const head = { no, part }
  if (paper.kind === 'document') {
    const { title, number, at, sha256, state } = paper.document
    return {
      ...head,
      title,
      number: number ?? '',
      day: civilDate(at),
      kind: 'pdf',
      path: pathOf(no, number ? `${title} ${number}` : title, 'pdf'),
      sha256: sha256 ?? '',
      note: { void: '已作废', replaced: '已由新版替换', issued: '', issuing: '' }[state],
    }
  }
  const { name, type, sha256, at } = paper.file
  const { told } = paper
  const [, stem = name, ending = 'bin'] = /^(.*)\.([A-Za-z0-9]{1,8})$/s.exec(name) ?? []
  return {
    ...head,
    title: stem,
    number: '',
    day: civilDate(at),
    kind: kindOf(type),
    path: pathOf(no, stem, ending.toLowerCase()),
    sha256,
    note: told ? noteOf(told) : '',
    ...elsewhereOf(paper),
  }
}

/** Bytes of a recording that still goes into the archive: 100 MB. */
export const mostInArchive = 100 * 1024 * 1024

const elsewhereOf = ({ file, told }: FilePaper): Pick<SheetEntry, 'elsewhere'> => {
  const removed = file.recording?.removed
  if (removed) return { elsewhere: `保存期满，内容已于${civilDate(removed.at)}清理` }
  return told && Number(told.data.bytes) > mostInArchive
    ? { elsewhere: `平台文件库，文件编号 ${file.id}` }
    : {}
}

/** What tells a recording from any other: kind, device, time, who has added it, its length in bytes. */
const noteOf = ({ data, by }: RecordingTold): string => {
  const kind = data.kind === 'audio' ? '录音' : '录像'
  const span = `${civilMoment(String(data.from))}至${civilMoment(String(data.to))}`
  return `${kind}，${data.device}，${span}，${by}附入，${data.bytes}字节`
}

const shown = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']
const kindOf = (type: string): SheetKind => {
  if (type === 'application/pdf') return 'pdf'
  return shown.includes(type) ? 'image' : 'other'
}

/** A name that every system can unpack: `007 现场照片.jpg`. */
const pathOf = (no: number, name: string, ending: string): string => {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: names come from people
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${String(no).padStart(3, '0')} ${[...plain].slice(0, 60).join('') || '材料'}.${ending}`
}

export type ManifestLine = { path: string; sha256: string; size: number }

/** As `sha256sum -c` reads it. */
export const checksums = (lines: readonly ManifestLine[]): string =>
  lines.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
