// What does each official document say, word for word? Reviewed as a lawyer would; a change shows as a difference.
import { expect, it } from 'vitest'
import { sampleOf } from '../../bin/documents/sample.ts'
import { citeOnPaper } from '../../domain/law/citation.ts'
import { processes } from '../../domain/processes.ts'
import { plainText } from './plain-text.ts'

const texts = Object.values(processes).flatMap((process) =>
  (process.documents ?? []).flatMap((declared) =>
    declared.on.map((type) => ({
      process: process.id,
      id: declared.id,
      type,
      text: plainText(sampleOf(process, declared, type).content),
    })),
  ),
)

it.each(Object.keys(processes))('the documents of %s say what was reviewed', async (process) => {
  const all = texts
    .filter((one) => one.process === process)
    .map(({ id, type, text }) => `── ${id} ← ${type}\n${text}`)
  await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot(`../fixtures/documents/${process}.txt`)
})

it('promise (screens): no official document says a thing twice, cites unlike a statute, or carries a note of ours', () => {
  const wrong = /待载入|本系统|申请申请|。。|；。|undefined|null|NaN|（令\d+号）|第\d+条|（[^）]*（/
  expect(
    texts
      .filter(({ text }) => wrong.test(text))
      .map(({ process, id, text }) => [process, id, wrong.exec(text)?.[0]]),
  ).toEqual([])
})

it.each([
  ['危险化学品经营许可证管理办法（令55号）第11条', '《危险化学品经营许可证管理办法》第十一条'],
  ['危险化学品安全法（2026-05-01起，时限待载入）', '《危险化学品安全法》'],
  ['行政许可法第42、82条', '《行政许可法》第四十二条、第八十二条'],
  [
    '生产安全事故报告和调查处理条例（493号）第9–13条',
    '《生产安全事故报告和调查处理条例》第九条至第十三条',
  ],
])('%s is cited on paper as %s', (citation, written) => {
  expect(citeOnPaper(citation)).toBe(written)
})
