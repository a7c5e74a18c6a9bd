// How does somebody bring the papers that his application needs?
import { randomBytes } from 'node:crypto'
import { lacking } from '../../../domain/engine/judging/applicable-fields.ts'
import type { Field, ProcessDefinition } from '../../../domain/model/process.ts'
import { definitionOf } from '../../../domain/model/process.ts'

type Form = Record<string, unknown>
type Uploads = (name: string, bytes: Buffer) => Promise<string>

/** What no server has ever stored. */
const invented = '8d3c0d52-64a5-4b37-9a53-0d9f9c1b2f1'
const isInvented = (value: unknown): boolean =>
  Array.isArray(value) && value.some((one) => String(one).startsWith(invented))
const real = (form: Form): Form =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => !isInvented(value)))

const missing = (process: ProcessDefinition, type: string, form: Form): Field[] =>
  lacking(definitionOf(process, type)?.fields ?? [], form, true).flatMap(({ field }) =>
    field.kind === 'files' ? [field] : [],
  )

/** The form with a fresh file for every paper that it needs and does not name. */
export const withPapers = async (
  process: ProcessDefinition,
  type: string,
  form: Form,
  upload: Uploads,
): Promise<Form> => {
  const brought: [string, string[]][] = []
  const named = real(form)
  for (const { name, words } of missing(process, type, named))
    brought.push([name, [await upload(`${words.zh}.txt`, randomBytes(24))]])
  return { ...named, ...Object.fromEntries(brought) }
}

/** The same where nobody looks whether the files are there. */
export const withPapersNamed = (process: ProcessDefinition, type: string, form: Form): Form => ({
  ...Object.fromEntries(
    missing(process, type, form).map(({ name }, at) => [name, [`${invented}${at}`]]),
  ),
  ...form,
})

type Send = (
  path: string,
  sent: { method: string; body: FormData; headers: Record<string, string> },
) => Promise<Response>

/** Over HTTP, for somebody signed in. */
export const uploadedBy =
  (send: Send, cookie: string): Uploads =>
  async (name, bytes) => {
    const body = new FormData()
    body.set('file', new File([bytes.toString('hex')], name, { type: 'text/plain' }))
    const answer = await send('/api/files', { method: 'POST', headers: { cookie }, body })
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
    return ((await answer.json()) as { id: string }).id
  }

type Doors = { send: Send; signIn: (who: string) => Promise<string> }

/** The same before an API of its own, for somebody by name. */
export const broughtTo =
  (doors: Doors, process: ProcessDefinition) =>
  async (who: string, type: string, form: Form): Promise<Form> =>
    withPapers(process, type, form, uploadedBy(doors.send, await doors.signIn(who)))
