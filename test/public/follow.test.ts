// What is told to somebody with number and code, whatever has been written into the case? And how plain do his pictures become?
import { describe, expect, test } from 'vitest'
import { withoutMetadata } from '../../domain/evidence/metadata.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { genesis, type StoredFact } from '../../domain/model/chain.ts'
import { mayStart, mayStartIn, scopeOf } from '../../domain/organisation/policy.ts'
import { followView, plainCode, plainNumber } from '../../domain/public/follow.ts'
import { publicForm, strangeNames } from '../../domain/public/form.ts'
import { publicNotice } from '../../domain/public/notice.ts'
import { timelineItem } from '../../domain/views/timeline.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { counter } from '../support/processes/counter.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const at = '2026-03-02T01:00:00.000Z'
const stranger = { kind: 'public', id: 'public-1' } as const
const events = [[process.start.type, process.start] as const, ...Object.entries(process.events)]
const canaries = (value: unknown): string[] =>
  [...new Set(JSON.stringify(value ?? null).match(/CANARY-[\w-]+/g) ?? [])].sort()

const factOf = (
  type: string,
  fields: string[],
  audience: StoredFact['audience'],
  actor: StoredFact['actor'],
): StoredFact => ({
  caseId: 'c',
  seq: 1,
  generation: 1,
  revision: 1,
  type,
  occurredAt: at,
  recordedAt: at,
  actor,
  audience,
  commandId: 'CANARY-command',
  data: Object.fromEntries([...fields, 'opinion'].map((name) => [name, `CANARY-${name}`])),
  files: { 'CANARY-file': 'CANARY-sha256' },
  before: 'handling.verifying|supervision.none',
  after: 'handling.rectifying.extension-asked|force.power-cut|supervision.red.told',
  previous: genesis('c'),
  hash: 'CANARY-hash',
})
const official = {
  kind: 'person',
  id: 'CANARY-id',
  name: 'CANARY-name',
  role: 'inspector',
  office: '330802-bureau',
} as const

const { record } = opened(
  process,
  stranger,
  { ...reported, region: '330802', contact: 'CANARY-contact' },
  at,
)

describe.each(events)('%s', (type, definition) => {
  const fact = factOf(
    type,
    definition.fields.map(({ name }) => name),
    definition.audience,
    official,
  )
  test('gives the reporter the fields meant for him and no others', () => {
    const wanted = (definition.show.reporter ?? []).map((name) => `CANARY-${name}`)
    expect(canaries(followView(process, record, [fact], decisionContextAt(at)))).toEqual(
      wanted.sort(),
    )
  })
  test('stands on the public page with its public fields, and only if it is published', () => {
    const about = {
      process: process.id,
      number: 'n',
      region: '330802',
      level: null,
      enterprise: null,
    } as const
    const visibleFields =
      definition.audience === 'public' ? definition.show.public.map((name) => `CANARY-${name}`) : []
    expect(canaries(publicNotice(process, about, fact, []))).toEqual(visibleFields.sort())
  })
})

describe('the reporter', () => {
  test('reads plain words of where it stands, nothing of force, supervision or what the enterprise has asked for', () => {
    const [view] = [
      followView(process, record, [factOf('serve', [], 'party', official)], decisionContextAt(at)),
    ]
    expect(view.state.zh).toBe('已核实，企业正在整改')
    expect(JSON.stringify(view)).not.toMatch(/停止供|督办待|红牌|延期/)
  })
  test('stays out of every reader but the authorities, and the enterprise reads the same author as for an inspector', () => {
    const fields = process.start.fields.map(({ name }) => name)
    const [mine, theirs] = [{ kind: 'public' } as const, official].map((actor) =>
      factOf('report', fields, 'party', actor),
    )
    const [ofPublic, ofOfficial] = [
      timelineItem(process, mine!, 'party'),
      timelineItem(process, theirs!, 'party'),
    ]
    expect(ofPublic).toEqual(ofOfficial)
    expect(canaries(ofPublic)).not.toContain('CANARY-contact')
    expect(timelineItem(process, mine!, 'public')).toBeNull()
    expect(timelineItem(process, mine!, 'internal')?.who?.zh).toBe('公众（12350）')
  })
  test('may start what is open to everybody, in a county, for no enterprise, and reads nothing', () => {
    expect(scopeOf(stranger)).toEqual({ regions: [], owner: null, person: null })
    expect([mayStart(process, stranger), mayStart(counter, stranger)]).toEqual([true, false])
    expect(mayStartIn(process, stranger, { region: '330802', owner: null })).toBe(true)
    expect(mayStartIn(process, stranger, { region: '330800', owner: null })).toBe(false)
    expect(mayStartIn(process, stranger, { region: '330802', owner: 'e-1' })).toBe(false)
  })
  test('is asked what the process lets him say', () => {
    expect(publicForm(counter)).toBeNull()
    expect(publicForm(process)?.fields.map(({ name }) => name)).toEqual(process.start.public)
    expect(strangeNames(process, { title: '', source: '', enterprise: '' })).toEqual([
      'source',
      'enterprise',
    ])
  })
})

test('numbers and codes are understood as people type them', () => {
  for (const typed of [
    '衢柯隐患〔2026〕0012号',
    '衢柯隐患[2026]0012',
    ' 衢柯隐患（2026）0012 号',
    '衢柯隐患【2026】0012号',
    '衢柯隐患〔２０２６〕００１２号',
  ])
    expect(plainNumber(typed), typed).toBe('衢柯隐患〔2026〕0012号')
  expect(plainNumber('RECEIPT23456')).toBe('RECEIPT23456')
  for (const typed of ['ab2c d3ef', 'AB2C-D3EF', ' ａｂ２ｃｄ３ｅｆ '])
    expect(plainCode(typed), typed).toBe('AB2CD3EF')
})

describe('pictures without metadata', () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Uint8Array(
      Buffer.concat(
        parts.map((part) =>
          typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
        ),
      ),
    )
  const has = (picture: Uint8Array, words: string) => Buffer.from(picture).includes(words)

  test('JPEG keeps frame, profile and pixels, and loses EXIF, XMP and comments', () => {
    const picture = bytes(
      ...[
        [0xff, 0xd8],
        [0xff, 0xe0, 0, 6],
        'JFIF',
        [0xff, 0xe1, 0, 8],
        'CANARY',
        [0xff, 0xe2, 0, 5],
        'ICC',
        [0xff, 0xfe, 0, 8],
        'SECRET',
      ],
      ...[[0xff, 0xda, 0, 2], 'pixels', [0xff, 0xd9]],
    )
    const plain = withoutMetadata(picture)
    expect(['JFIF', 'ICC', 'pixels'].map((words) => has(plain, words))).toEqual([true, true, true])
    expect(['CANARY', 'SECRET'].map((words) => has(plain, words))).toEqual([false, false])
    expect(Buffer.from(withoutMetadata(plain))).toEqual(Buffer.from(plain))
  })
  test('PNG keeps its picture and loses text, time and EXIF', () => {
    const chunk = (name: string, data: string) =>
      bytes([0, 0, 0, data.length], name, data, [0, 0, 0, 0])
    const picture = bytes(
      [0x89],
      'PNG',
      [13, 10, 26, 10],
      ...['IHDR', 'tEXt', 'eXIf', 'IDAT', 'IEND'].map((name) => [...chunk(name, `${name}!`)]),
    )
    const plain = withoutMetadata(picture)
    expect(['IHDR!', 'IDAT!', 'IEND!', 'tEXt', 'eXIf'].map((words) => has(plain, words))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
  test('WebP loses EXIF and XMP, and its header no longer speaks of them', () => {
    const chunk = (name: string, data: number[]) => [...bytes(name, [data.length, 0, 0, 0], data)]
    const inside = [
      ...chunk('VP8X', [0x0c, 0, 0, 0]),
      ...chunk('VP8 ', [1, 2]),
      ...chunk('EXIF', [7, 7]),
      ...chunk('XMP ', [8, 8]),
    ]
    const plain = withoutMetadata(bytes('RIFF', [inside.length + 4, 0, 0, 0], 'WEBP', inside))
    expect(['VP8X', 'VP8 ', 'EXIF', 'XMP '].map((words) => has(plain, words))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([plain[20], new DataView(plain.buffer).getUint32(4, true)]).toEqual([
      0,
      plain.length - 8,
    ])
  })
  test('what is cut short or no picture does not fall over', () => {
    for (const odd of [
      bytes([0xff, 0xd8, 0xff]),
      bytes([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]),
      bytes([0x89], 'PNG'),
      bytes('%PDF-1.7'),
      bytes(''),
    ])
      expect(() => withoutMetadata(odd)).not.toThrow()
  })
})
