// What stands behind the words of a case, and what are offices, posts and regions called?
import { describe, expect, test } from 'vitest'
import {
  filesOf,
  fileView,
  linksFor,
  referencesOf,
  withParts,
} from '../../../api/reading/fact-parts.ts'
import { groupName, officeName, regionName, roleName } from '../../../api/reading/names.ts'
import type { Upload } from '../../../db/files/uploads.ts'
import { type Text, text } from '../../../domain/language/words.ts'
import type { EventDefinition, Field, ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { counter } from '../../support/processes/counter.ts'

const at = '2026-03-01T01:00:00.000Z'
const upload = (id: string, more: Partial<Upload> = {}): Upload => ({
  id,
  sha256: 's',
  name: `${id}.jpg`,
  type: 'image/jpeg',
  size: 3,
  uploadedBy: 'lin',
  selfCheck: null,
  enterprise: null,
  caseId: 'c-1',
  at,
  takenAt: null,
  takenSource: null,
  lat: null,
  lon: null,
  accuracy: null,
  recording: null,
  ...more,
})

describe('a file', () => {
  test('is shown with its address, and with where and when its picture was taken as far as that is said', () => {
    expect(fileView(upload('f'))).toEqual({
      id: 'f',
      name: 'f.jpg',
      type: 'image/jpeg',
      size: 3,
      url: '/api/files/f',
      sha256: 's',
      taken: null,
    })
    expect(fileView(upload('f', { takenAt: at, takenSource: 'exif' as never })).taken).toEqual({
      at,
      source: 'exif',
      lat: null,
      lon: null,
      accuracy: null,
    })
    expect(fileView(upload('f', { lat: 28.9, lon: 118.8, accuracy: 5 })).taken).toMatchObject({
      at: null,
      lat: 28.9,
    })
  })
  test('of a field or of one of its items is shown by it', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((id) => fileView(upload(id)))
    const item = {
      item: 'x',
      passed: true,
      words: text('x', 'x'),
      note: null,
      before: [two!],
      after: [three!],
    }
    const visible = { name: 'n', label: text('n', 'n'), value: text('v', 'v') }
    expect(filesOf({ ...visible, files: [one!], items: [item] }).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(filesOf(visible)).toEqual([])
  })
})

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  kind,
  words: text(name, name),
  required: false,
  ...more,
})
const event: EventDefinition = {
  ...counter.events.add!,
  fields: [
    field('photos', 'files'),
    field('secret', 'files', { confidential: true }),
    field('cause', 'text'),
  ],
  refersTo: 'cause',
}
const listed = (name: string) => ({ name, label: text(name, name), value: text('v', 'v') })

describe('the fields of a fact', () => {
  const known = {
    uploads: [upload('a'), upload('b')],
    related: [{ id: 'c-9', number: '试9号' }] as never,
  }
  test('lead to those of their files that the reader may see, and to the case that they name', () => {
    const data = { photos: ['b', 'hidden'], cause: '试9号' }
    const [photos, cause] = withParts([listed('photos'), listed('cause')], event, data, known)
    expect(photos?.files?.map(({ id }) => id)).toEqual(['b'])
    expect(cause?.caseId).toBe('c-9')
    expect(withParts([listed('cause')], event, { cause: '试8号' }, known)[0]).toEqual(
      listed('cause'),
    )
    const text9 = { ...event, fields: [...event.fields, field('note', 'text')] }
    expect(withParts([listed('note')], text9, { note: '试9号' }, known)[0]).toEqual(listed('note'))
  })
  test('lead nowhere where they are confidential or no form asks for them', () => {
    const data = { secret: ['a'], other: ['a'] }
    const both = [listed('secret'), listed('other')]
    expect(withParts(both, event, data, known)).toEqual(both)
    expect(withParts(both, undefined, data, known)).toEqual(both)
  })
})

describe('a case that this one has given cause for', () => {
  const process: ProcessDefinition = {
    ...counter,
    events: {
      ...counter.events,
      add: { ...event, links: { words: text('立案', 'Opened'), article: '§9' } as never },
    },
  }
  const link = { id: 'l-1', process: 'other', event: 'add', at, status: 'waiting' }
  const views = (more: object, related: object[] = []) =>
    linksFor({
      process,
      record: { links: [{ ...link, ...more }] } as never,
      related: related as never,
      opener: null,
    })

  test('is told with its number once it is there, and waits until then', () => {
    expect(views({})).toEqual([
      {
        id: 'l-1',
        process: 'other',
        relation: 'opened',
        status: 'waiting',
        at,
        event: text('加', 'Add'),
        words: text('立案', 'Opened'),
        article: '§9',
        number: null,
      },
    ])
    expect(views({}, [{ id: 'l-1', number: '试2号' }])).toMatchObject([
      { status: 'started', number: '试2号' },
    ])
  })
  test('that a licence stands for is the case of the licence, and its status is what was answered', () => {
    expect(
      views({ licence: '证1', to: 'c-7', status: 'waiting' }, [{ id: 'c-7', number: '试7号' }]),
    ).toMatchObject([
      {
        id: 'c-7',
        relation: 'act',
        licence: '证1',
        status: 'waiting',
        number: '试7号',
        article: '',
      },
    ])
    const done = views({ status: 'done' }, [{ id: 'l-1', number: '试2号' }])
    expect(done).toMatchObject([{ status: 'done' }])
    expect(['licence' in done[0]!, 'drill' in done[0]!]).toEqual([false, false])
    expect(views({ drill: true })).toMatchObject([{ drill: true }])
    expect(views({ event: 'gone' })).toMatchObject([
      { event: text('gone', 'gone'), words: text('other', 'other') },
    ])
    expect(linksFor({ process, record: {} as CaseRecord, related: [], opener: null })).toEqual([])
  })
  test('or acted on is named by its number to who may see it, and a refusal says why', () => {
    const reasons = [text('数太大', 'too much')]
    const acted = { to: 'c-8', status: 'refused', reasons }
    expect(views(acted, [{ id: 'c-8', number: '试8号' }])).toMatchObject([
      { id: 'c-8', relation: 'act', status: 'refused', number: '试8号', reasons },
    ])
    expect(views(acted)).toMatchObject([{ id: 'l-1', relation: 'act', number: null }])
    expect(views({ to: 'c-8' }, [{ id: 'c-8', number: '试8号' }])).toMatchObject([
      { status: 'waiting' },
    ])
  })
  test('that has opened this one stands first, and nobody learns of it who may not see it', () => {
    const record = { opener: { process: 'other', id: 'c-5', drill: true }, openedAt: at } as never
    const opened = (related: object[], opener: Text | null) =>
      linksFor({ process, record, related: related as never, opener })
    const five = { id: 'c-5', number: '试5号' }
    expect(opened([five], text('报警', 'Alarm'))).toEqual([
      {
        id: 'c-5',
        process: 'other',
        relation: 'opener',
        status: 'started',
        at,
        drill: true,
        event: process.start.words,
        words: text('报警', 'Alarm'),
        article: '',
        number: '试5号',
      },
    ])
    expect(opened([], null)).toEqual([])
    expect(referencesOf(process, { opener: { id: 'c-5' }, data: {} } as never).ids).toEqual(['c-5'])
  })
  test('is looked for by the ids of its links and the numbers that its acts name', () => {
    const record = (data: object) =>
      ({ links: [{ id: 'l-1' }, { id: 'l-2', to: 'c-7' }], data }) as never
    expect(referencesOf(process, record({ add: { cause: '试9号' } }))).toEqual({
      ids: ['l-1', 'c-7'],
      numbers: ['试9号'],
    })
    expect(
      referencesOf(process, record({ add: { cause: 7 }, finish: { cause: '试9号' } })).numbers,
    ).toEqual([])
    expect(referencesOf(process, { data: {} } as never)).toEqual({ ids: [], numbers: [] })
  })
})

describe('names', () => {
  test('of an office are those of its place and kind; of an enterprise its own where it is known', () => {
    expect(officeName('330881-bureau')).toEqual({
      zh: expect.stringMatching(/^江山市.+/),
      en: expect.stringMatching(/, Jiangshan/),
    })
    expect(officeName('enterprise:e-1')).toEqual(text('企业', 'Enterprise'))
    expect(officeName('enterprise:e-1', '试验化工')).toEqual(text('试验化工', '试验化工'))
    expect(officeName('330881-nothing')).toEqual(text('330881-nothing', '330881-nothing'))
  })
  test('of a group are office and role, in the order of each language', () => {
    const { zh, en } = groupName('330881-bureau/inspector')
    expect(zh).toBe(`${officeName('330881-bureau').zh} · ${roleName('inspector').zh}`)
    expect(en).toBe(`${roleName('inspector').en}, ${officeName('330881-bureau').en}`)
    expect(groupName('enterprise:e-1/enterprise-safety', '试验化工').zh).toMatch(/^试验化工 · /)
  })
  test('that nobody knows are told as they are written', () => {
    expect([regionName('110000'), roleName('king')]).toEqual([
      text('110000', '110000'),
      text('king', 'king'),
    ])
    expect(regionName('330881').zh).toBe('江山市')
  })
})
