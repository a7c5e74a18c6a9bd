// Does every link in the documents lead somewhere?
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

it('links in README, AGENTS and docs lead to files that exist', () => {
  expect(documents().flatMap((file) => brokenLinks(file))).toEqual([])
})

function documents(): string[] {
  const below = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { recursive: true })
    : []
  return ['README.md', 'AGENTS.md', ...below.map((name) => join('docs', String(name)))].filter(
    (file) => file.endsWith('.md') && existsSync(join(root, file)),
  )
}

function brokenLinks(file: string): string[] {
  const prose = readFileSync(join(root, file), 'utf8').replace(/^```.*?^```/gms, '')
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => decodeURI(target.replace(/#.*$/, '')))
    .filter((target) => !existsSync(join(root, dirname(file), target)))
    .map((target) => `${file} → ${target}`)
}
