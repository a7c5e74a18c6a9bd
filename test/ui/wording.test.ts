// Are the words on screens, papers and in explanations those that an official would write?

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeItem, writeOrdinal } from '../../domain/law/rules/articles.ts'
import { citeText } from '../../domain/law/rules/norms.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = execFileSync(
  'git',
  ['ls-files', 'domain', 'ui', 'documents', 'api', 'activities', 'db', 'devices', 'bin'],
  { cwd: root },
)
  .toString()
  .split('\n')
  .filter((file) => /\.(ts|tsx|typ)$/.test(file))

/** Texts between quotation marks that hold Chinese, with the file in which they stand. */
const sayings = sources.flatMap((file) => {
  const code = readFileSync(join(root, file), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '')
  return [...code.matchAll(/'[^'\n]*\p{Script=Han}[^'\n]*'|`[^`]*\p{Script=Han}[^`]*`/gu)].map(
    ([sentence]) => ({ file, sentence }),
  )
})

const retired =
  /死信|坏帧|锚定|停钟|升级阶梯|系统设计约定|瓶颈|流程图册|整改无望|公告挂牌|核销并公示|任务之外|他人可办|值守台|视频点位|自锁|隔离的(效果|指令)/

it('promise (screens): words are those that an official would write, everywhere', () => {
  expect(sayings.length).toBeGreaterThan(3_000)
  expect(sayings.filter(({ sentence }) => retired.test(sentence))).toEqual([])
})

it('promise (screens): no Chinese sentence has half-width or nested brackets', () => {
  const bare = sayings.map(({ file, sentence }) => ({
    file,
    sentence: sentence.replace(/\$\{[^}]*\}/g, ''),
  }))
  expect(
    bare.filter(({ sentence }) => /（[^）]*（|\p{Script=Han}\(|\)\p{Script=Han}/u.test(sentence)),
  ).toEqual([])
})

it('promise (screens): no Chinese sentence has straight quotation marks; JSON that somebody is to type has', () => {
  const json = /\{"[^}]*\}/g
  const bare = sayings.map(({ file, sentence }) => ({
    file,
    sentence: sentence.replace(json, '').replace(/\$\{[^}]*\}/g, ''),
  }))
  expect(bare.filter(({ sentence }) => /"\p{Script=Han}|\p{Script=Han}"/u.test(sentence))).toEqual(
    [],
  )
})

it('promise (law): an item of an article is cited as statutes write it', () => {
  expect(citeText([['licensing', '32.1(4)、82']])).toEqual({
    zh: '《行政许可法》第三十二条第一款第（四）项、第八十二条',
    en: 'Administrative Licensing Law art. 32(1)(4), 82',
  })
  expect(writeItem('11(3)')).toBe('第十一条第（三）项')
  expect([10, 20, 21, 100, 102, 110, 113].map(writeOrdinal)).toEqual([
    '十',
    '二十',
    '二十一',
    '一百',
    '一百零二',
    '一百一十',
    '一百一十三',
  ])
})
