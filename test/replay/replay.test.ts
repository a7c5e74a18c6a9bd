// Can the present workflows go on with every case ever recorded, and would a change that could not be noticed?
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { beforeAll, describe, expect, test } from 'vitest'
import { workflowBundle } from '../../bin/workflow-bundle.ts'
import { processes } from '../../domain/processes.ts'
import { foundIn, marks } from './canaries.ts'

const folder = join(import.meta.dirname, 'histories')
const corpus = readdirSync(folder).flatMap((chart) =>
  readdirSync(join(folder, chart)).map((file) => join(chart, file)),
)
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')

const quiet = { filter: 'off', forward: {} }
beforeAll(
  () =>
    void Runtime.install({
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: quiet },
    }),
)

// The loop knows no chart: cases that stand on earlier ones live by the same one.
test('every process has its recorded histories', () => {
  const charts = Object.values(processes).map(({ id, version }) => `${id}@${version}`)
  expect(charts.filter((chart) => !corpus.some((file) => file.startsWith(`${chart}/`)))).toEqual([])
})

describe.each(corpus)('%s', (file) => {
  test('replays with the present bundle', async () => {
    const options = { workflowBundle: await workflowBundle() }
    await Worker.runReplayHistory(options, JSON.parse(textOf(file)), 'case/recorded')
  })

  test('holds nothing that was written into a form, and nobody’s name', () => {
    expect(foundIn(textOf(file), marks)).toEqual([])
  })
})

test('a changed workflow is found out by every history', async () => {
  const workflowsPath = join(import.meta.dirname, 'tampered-workflows.ts')
  const bundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })
  const all = corpus.map((file) => ({ workflowId: file, history: JSON.parse(textOf(file)) }))
  const errors: unknown[] = []
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle }, all))
    errors.push(error)
  expect(errors).toHaveLength(corpus.length)
  for (const error of errors) expect(error).toBeInstanceOf(DeterminismViolationError)
})

test('the search for personal data looks into payloads', () => {
  const data = Buffer.from(JSON.stringify({ title: '金丝雀标题' })).toString('base64')
  expect(foundIn(JSON.stringify({ events: [{ payloads: [{ data }] }] }), marks)).toEqual(['金丝雀'])
})
