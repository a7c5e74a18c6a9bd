// Do numbers, dates and words of a document follow from its case?
import { expect, test } from 'vitest'
import { compose, registerOf, wantedBy } from '../../domain/documents/compose.ts'
import { inChinese } from '../../domain/documents/document-source.ts'
import { issuerOf } from '../../domain/documents/offices.ts'
import { plainCode, printedCode, verifyAddress } from '../../domain/documents/verification.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { applying, checked, opined, sample } from '../hazchem-licence/playing.ts'
import { applied, change } from '../hazchem-licence/samples.ts'
import type { Line } from '../support/processes/lines.ts'
import { registering } from '../three-simultaneities/playing.ts'
import { hazchem, mine } from '../three-simultaneities/samples.ts'

const party = { name: '恒力化工', code: '91330802MA28FXYK3A', address: '东港七路18号' }
const input = {
  number: '（衢柯）应急危经受〔2026〕1号',
  code: 'K7QM-2XWD-9HNA-4RTC',
  verify: 'https://anjian.example/verify/K7QM2XWD9HNA4RTC',
}

type Play = ReturnType<typeof applying>
/** What the last fact of a type makes, as `advance` would ask. */
const madeBy = (play: Play, type: string, process: ProcessDefinition = hazchemLicence) => {
  const fact = play.facts.filter((one) => one.type === type).at(-1)
  const seq = play.facts.findLastIndex((one) => one.type === type) + 2
  const act = { type, at: fact?.occurredAt ?? '', seq, data: fact?.data ?? {} }
  return wantedBy({ process, record: play.record(), act, party }).map((one) => ({
    one,
    content: compose(one, input),
  }))
}
const wordsOf = (made: ReturnType<typeof madeBy>) =>
  JSON.stringify(made.map(({ content }) => content.blocks))

test('the dates of a notice are those of the clocks that its act has started', () => {
  const play = applying(applied, '2026-03-02', ['kou', 'accept'])
  const [notice] = madeBy(play, 'accept')
  expect(notice?.content).toMatchObject({
    title: '受理通知书',
    office: '衢州市柯城区应急管理局',
    to: '恒力化工',
    day: '2026-03-02',
  })
  expect(wordsOf(madeBy(play, 'accept'))).toContain(inChinese(play.due('review') ?? 'no date'))
})

test('a notice of acceptance leaves out of the period what its clock leaves out, and nothing else', () => {
  const text = (form: typeof hazchem | typeof mine, ...lines: Line[]) =>
    wordsOf(
      madeBy(
        registering(form, '2026-03-02', ...lines, ['kou', 'accept']),
        'accept',
        threeSimultaneities,
      ),
    )
  expect(wordsOf(madeBy(applying(applied, '2026-03-02', ['kou', 'accept']), 'accept'))).toContain(
    '现场核查、专家评审',
  )
  expect(text(hazchem, ['mao', 'apply-conditions'])).toContain(
    '。听证、专家评审和你单位整改所需时间不计算在内',
  )
  expect(text(mine, ['mao', 'apply-design'])).toContain('。听证、专家评审所需时间不计算在内')
})

test('what was supplied later was applied for on the first day', () => {
  const lines: Line[] = [
    ['mao', 'apply-design'],
    ['kou', 'require-supplement'],
    ['until', '2026-03-05'],
    ['mao', 'supplement'],
    ['kou', 'accept'],
  ]
  expect(
    wordsOf(madeBy(registering(mine, '2026-03-02', ...lines), 'accept', threeSimultaneities)),
  ).toContain('你单位于2026年3月2日提出的')
})

test('a lengthened review is told with the new date', () => {
  const play = applying(applied, '2026-03-02', ['kou', 'accept'], ['gao', 'extend-review'])
  expect(wordsOf(madeBy(play, 'extend-review'))).toContain(
    inChinese(play.due('review') ?? 'no date'),
  )
  expect(wordsOf(madeBy(play, 'extend-review'))).toContain('经本机关负责人批准，')
})

test('what several authorities handle is lengthened in the name of the government, under the number of its approval', () => {
  const governmentApproval = '柯政批〔2026〕3号'
  const extended: Line = [
    'gao',
    'extend-review',
    { ...sample('extend-review'), by: 15, governmentApproval },
  ]
  const play = applying(
    applied,
    '2026-03-02',
    ['kou', 'accept'],
    ['chen', 'handle-jointly'],
    extended,
  )
  const text = wordsOf(madeBy(play, 'extend-review'))
  expect(text).toContain(
    `经本级人民政府负责人批准（${governmentApproval}），审查期限延长15个工作日`,
  )
  expect(text).toContain(inChinese(play.due('joint-decision') ?? 'no date'))
  expect(text).not.toContain('本机关负责人')
})

test('the form asks for the approval of the government where several authorities handle it, and only there', () => {
  const requestsOf = (...lines: Line[]) =>
    hazchemLicence.events['extend-review']
      ?.fieldsFor?.(applying(applied, '2026-03-02', ['kou', 'accept'], ...lines).record())
      .find(({ name }) => name === 'governmentApproval')
  expect([requestsOf(), requestsOf(['chen', 'handle-jointly'])?.required]).toEqual([
    undefined,
    true,
  ])
})

test('what is asked for is printed item by item as the form had it', () => {
  const play = applying(applied, '2026-03-02', ['kou', 'require-supplement'])
  const [notice] = madeBy(play, 'require-supplement')
  expect(notice?.content.blocks).toContainEqual({
    kind: 'list',
    items: sample('require-supplement').items,
  })
})

test('a change is granted under its own title, and by the period of a change', () => {
  const play = applying(change, '2026-03-02', ['kou', 'accept'])
  expect(wordsOf(madeBy(play, 'accept'))).toContain(
    inChinese(play.due('change-decision') ?? 'no date'),
  )
  play.does(['shen', 'waive-site-check'], ...opined, ['gao', 'grant'])
  expect(madeBy(play, 'grant').map(({ content }) => content.title)).toEqual([
    '准予变更行政许可决定书',
  ])
})

test('original and copy of a licence say the validity that the chart keeps', () => {
  const play = applying(
    applied,
    '2026-03-02',
    ['kou', 'accept'],
    ...checked,
    ...opined,
    ['gao', 'grant'],
    ['kou', 'issue-licence'],
  )
  const made = madeBy(play, 'issue-licence')
  const { validFrom, validUntil } = play.context()
  expect(made.map(({ content }) => content.mark)).toEqual(['正本', '副本'])
  for (const { content } of made)
    expect(JSON.stringify(content.blocks)).toContain(
      `${inChinese(String(validFrom))}至${inChinese(String(validUntil))}`,
    )
})

test('a licence names its principal, after a change the new one', () => {
  const play = applying(
    change,
    '2026-03-02',
    ['kou', 'accept'],
    ['shen', 'waive-site-check'],
    ...opined,
    ['gao', 'grant'],
  )
  play.does(['kou', 'issue-licence'])
  for (const { content } of madeBy(play, 'issue-licence'))
    expect(content.blocks[0]).toMatchObject({
      rows: expect.arrayContaining([['主要负责人', change.principal]]),
    })
})

test('each office, type word and year has a register of its own', () => {
  const [county, later] = [
    applying(applied, '2026-03-02', ['kou', 'accept']),
    applying(applied, '2026-03-02', ['kou', 'require-supplement']),
  ]
  const registers = [...madeBy(county, 'accept'), ...madeBy(later, 'require-supplement')].map(
    ({ one }) => registerOf(one, '2026-12-31T17:00:00.000Z'),
  )
  expect(registers.map((one) => one?.text(7))).toEqual([
    '（衢柯）应急危经受〔2027〕7号',
    '（衢柯）应急危经补〔2027〕7号',
  ])
  expect(issuerOf('committee', '330802', 'city').name).toBe('衢州市安全生产委员会办公室')
})

test('a code is read as it is printed or scanned; anything else is none', () => {
  const code = printedCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
  expect(code).toMatch(/^(\w{4}-){3}\w{4}$/)
  expect([
    plainCode(code.toLowerCase()),
    plainCode(code.replaceAll('-', ' ')),
    plainCode(verifyAddress('', code).slice(8)),
  ]).toEqual([code, code, code])
  expect([plainCode(''), plainCode(`${code}2`), plainCode(code.replace(/.$/, '0'))]).toEqual([
    null,
    null,
    null,
  ])
})
