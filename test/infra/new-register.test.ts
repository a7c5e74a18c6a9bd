// Does the command write a whole register under new names, and nothing at all where it may not? Does its tutorial fit?
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listPaths, listsWith } from '../../bin/new/lists.ts'
import { namesOf, Refusal, templateNames } from '../../bin/new/names.ts'
import { planNew } from '../../bin/new/plan.ts'
import { filesFromTemplate } from '../../bin/new/template.ts'
import { deep } from '../support/deep.ts'
import { begunRepository } from './begun-repository.ts'

const root = join(import.meta.dirname, '..', '..')
const output = { zh: '救援器材', en: 'Rescue gear', word: '器材' }
const names = namesOf('register', 'rescue-gear', output)
const files = filesFromTemplate(root, 'register', names)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('the files of a new register', () => {
  test('are its declaration and its tests', () => {
    const tests = ['register.test', 'api.test', 'browser.test', 'samples'].map(
      (name) => `test/registers/rescue-gear/${name}.ts`,
    )
    expect([...files.keys()].sort()).toEqual(
      ['domain/registers/rescue-gear/register.ts', ...tests].sort(),
    )
  })

  test('hold no name of the template, and import what is there', () => {
    const old = new RegExp(Object.values(templateNames.register).join('|'), 'i')
    for (const [path, text] of files)
      expect([path, old.exec(path + text)?.[0]]).toEqual([path, undefined])
    const imports = [...files].flatMap(([path, text]) =>
      [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) => join(dirname(path), target)),
    )
    expect(imports.length).toBeGreaterThan(10)
    expect(
      imports.filter((target) => !files.has(target) && !existsSync(join(root, target))),
    ).toEqual([])
  })

  test('are named once in each list', () => {
    const lists = listsWith('register', names, read)
    for (const path of listPaths('register'))
      expect(lists.get(path)?.split('rescue-gear').length, path).toBeGreaterThan(1)
    expect(lists.get('domain/registers.ts')).toMatch(
      /const declared: Register\[\] = \[rescueGear, /,
    )
  })
})

describe('in a repository', () => {
  const { place, git } = begunRepository('register')
  const refusal = (wanted: () => unknown): string => {
    try {
      wanted()
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
    return ''
  }

  test('an id, a word, a folder or a list that is doubtful is refused', () => {
    expect(refusal(() => namesOf('register', 'Gear'))).toContain('is no id')
    expect(refusal(() => namesOf('register', 'rescue-gear', { word: '隐患' }))).toContain(
      'another process',
    )
    mkdirSync(join(place, 'test/registers/rescue-gear'), { recursive: true })
    expect(refusal(() => planNew(place, 'register', names))).toContain(
      'exists already: test/registers/rescue-gear',
    )
    rmSync(join(place, 'test'), { recursive: true })
    expect(refusal(() => planNew(place, 'register', namesOf('register', 'like-this')))).toContain(
      'know no register (bin/new',
    )
    const before = readFileSync(join(place, 'domain/registers.ts'), 'utf8')
    writeFileSync(join(place, 'domain/registers.ts'), `${before}// more\n`)
    expect(refusal(() => planNew(place, 'register', names))).toContain('M domain/registers.ts')
    git('checkout', '-q', '-f', 'HEAD')
  })

  test('the command writes what was planned, once, and every change of the tutorial fits what it wrote', () => {
    const words = ['--zh', output.zh, '--en', output.en, '--word', output.word]
    const command = (...args: string[]) =>
      spawnSync(process.execPath, ['bin/new.ts', 'register', ...args], {
        cwd: place,
        encoding: 'utf8',
      })
    expect(command('rescue-gear', ...words).stderr).toBe('')
    const status = () => git('status', '--porcelain', '-uall').trim().split('\n')
    const written = status()
    expect(written.filter((line) => line.startsWith('??'))).toHaveLength(files.size)
    expect(
      written.filter((line) => !line.startsWith('??')).map((line) => line.trim().slice(2).trim()),
    ).toEqual(listPaths('register').sort())
    expect(command('rescue-gear', ...words)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('another process or register'),
    })
    expect(command('rescue-gear')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('rescue-gear exists already'),
    })
    expect(status()).toEqual(written)
    const changes = [...read('docs/tutorial-register.md').matchAll(/```diff\n(.*?)```/gs)].map(
      ([, change = '']) => change,
    )
    expect(changes.length).toBeGreaterThan(4)
    const apply = (input: string) =>
      spawnSync('git', ['apply', '-'], { cwd: place, encoding: 'utf8', input })
    expect(changes.map(apply).map(({ stderr }) => stderr)).toEqual(changes.map(() => ''))
  })

  // What the tutorial writes is typed by nobody else.
  test.runIf(deep)('what the tutorial then has written is typed', () => {
    writeFileSync(
      join(place, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        include: [],
        files: ['domain/registers.ts'],
      }),
    )
    const types = spawnSync(
      join(root, 'node_modules', '.bin', 'tsc'),
      ['--noEmit', '--singleThreaded'],
      { cwd: place, encoding: 'utf8' },
    )
    expect(types.stdout).toBe('')
  })
})
