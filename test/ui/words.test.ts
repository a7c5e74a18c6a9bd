// Does every word of the interface stand in both languages?
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ui = resolve(import.meta.dirname, '../../ui')
const files = readdirSync(ui, { recursive: true, encoding: 'utf8' }).map((name) => join(ui, name))
const wordFiles = files.filter((name) => /words\.ts$/.test(name))

const pairsOf = (source: string) =>
  [...source.matchAll(/zh: '((?:[^'\\]|\\.)*)',\s*en: '((?:[^'\\]|\\.)*)'/g)].map(
    ([, zh = '', en = '']) => ({ zh, en }),
  )
const holes = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test.each(wordFiles)('%s is complete', (name) => {
  const source = readFileSync(name, 'utf8')
  const pairs = pairsOf(source)
  expect(pairs.length).toBe(
    [...source.matchAll(/zh:/g)].length - [...source.matchAll(/zh: status/g)].length,
  )
  for (const pair of pairs) {
    expect(pair.zh.trim()).not.toBe('')
    expect(pair.en.trim()).not.toBe('')
    expect({ ...pair, holes: holes(pair.zh) }).toEqual({ ...pair, holes: holes(pair.en) })
    expect(pair.en, 'English without Chinese characters').not.toMatch(/^(?!中文$).*[\u4e00-\u9fff]/)
  }
})

test('no component carries Chinese words of its own', () => {
  const guilty = files
    .filter((name) => name.endsWith('.tsx'))
    .filter((name) => {
      const code = readFileSync(name, 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
      return /[\u4e00-\u9fff]/.test(code)
    })
  expect(
    guilty
      .map((name) => name.slice(ui.length + 1))
      .filter((name) => name !== 'hazard-rectification/detail.tsx'),
  ).toEqual([])
})

test('no component strings words together by Chinese signs whatever the language', () => {
  const guilty = files
    .filter((name) => name.endsWith('.tsx'))
    .filter((name) => {
      const code = readFileSync(name, 'utf8').replace(
        /\/\/.*|\/\*[\s\S]*?\*\/|zh: '[^']*'|zh: `[^`]*`/g,
        '',
      )
      return /[：；、。，（）]/.test(code)
    })
  expect(guilty.map((name) => name.slice(ui.length + 1))).toEqual([])
})

test('what could not be loaded is named as a thing: the sentence around it says the rest', () => {
  const named = wordFiles.flatMap((name) => [
    ...readFileSync(name, 'utf8').matchAll(/\n {2}loading: \{ zh: '([^']*)', en: '([^']*)'/g),
  ])
  expect(
    named.map(([, zh, en]) => `${zh} ${en}`).filter((pair) => /^读取| Loading ./.test(pair)),
  ).toEqual([])
})
