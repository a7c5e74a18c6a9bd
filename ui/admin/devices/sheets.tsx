// How does a sheet come in: first a dry run that names each bad line, then as a whole?
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { SheetRead } from '../../../contract/devices/registry.ts'
import type { Counts } from '../../../domain/duty/views.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { asRefusal, newKey } from '../../client/client.ts'
import type { SheetBody } from '../../client/devices/registry.ts'
import { t } from '../../client/words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { ReasonForm } from './form.tsx'
import { registryWords as w } from './words/words.ts'

type Sheet = Pick<SheetBody, 'format' | 'content'>
/** In base64 it must stay below what the server takes. */
const mostBytes = 700_000

const readSheet = async (file: File): Promise<Sheet> => {
  if (!/\.xlsx$/i.test(file.name)) return { format: 'csv', content: await file.text() }
  const bytes = new Uint8Array(await file.arrayBuffer())
  let written = ''
  for (let at = 0; at < bytes.length; at += 32_768)
    written += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return { format: 'xlsx', content: btoa(written) }
}

/** Let go of at once: whoever has corrected the file may choose it again under the same name. */
const taken = (input: HTMLInputElement): File | undefined => {
  const [file] = input.files ?? []
  input.value = ''
  return file
}

const Result = (props: { view: SheetRead; counts: [Text, Counts][] }) => {
  const line = (what: Text, counts: Counts) => t(fill(w.counts, { what: t(what), ...counts }))
  return (
    <div role="status">
      <h3>{t(props.view.applied ? w.applied : w.result)}</h3>
      <p>{t(fill(w.lines, { n: props.view.lines }))}</p>
      <Show
        when={props.view.faults.length > 0}
        fallback={
          <ul>
            <For each={props.counts}>{([what, counts]) => <li>{line(what, counts)}</li>}</For>
          </ul>
        }
      >
        <p class="bad-words">▲ {t(fill(w.faults, { n: props.view.faults.length }))}</p>
        <ul class="registry-faults">
          <For each={props.view.faults}>
            {(one) => <li>{t(fill(w.fault, { line: one.line, words: t(one.words) }))}</li>}
          </For>
        </ul>
      </Show>
    </div>
  )
}

type Props<View extends SheetRead> = {
  text: Text
  /** Where it is exported from, and the name of the file. */
  from: (format: SheetBody['format']) => string
  file: string
  send: (body: SheetBody, key: string) => Promise<View>
  counts: (view: View) => [Text, Counts][]
  onChanged: () => void
}

export const Sheets = <View extends SheetRead>(props: Props<View>) => {
  const [sheet, setSheet] = createSignal<Sheet | null>(null)
  const [view, setView] = createSignal<View | null>(null)
  const [wrong, setWrong] = createSignal('')
  const field = createUniqueId()
  const choose = async (file: File | undefined) => {
    setView(null)
    setSheet(null)
    setWrong('')
    if (!file) return
    if (file.size > mostBytes) return setWrong(t(w.tooLarge))
    const read = await readSheet(file)
    await props.send({ ...read, apply: false, reason: '' }, newKey()).then(
      (answer) => {
        setView(() => answer)
        if (answer.faults.length === 0) setSheet(read)
      },
      (error: unknown) => {
        const refusal = asRefusal(error)
        setWrong(
          t(fill(w.wrong, { reason: [t(refusal.title), ...refusal.reasons.map(t)].join(' ') })),
        )
      },
    )
  }
  const send = async (reason: string, keyOf: KeyOf) => {
    const read = sheet()
    if (!read) return
    const wanted = { ...read, apply: true, reason }
    const done = await props.send(wanted, keyOf(wanted))
    setView(() => done)
  }
  return (
    <section class="block" aria-labelledby="registry-sheet">
      <h2 id="registry-sheet">{t(w.sheet)}</h2>
      <p class="muted">{t(props.text)}</p>
      <p class="registry-links">
        <a
          class="button small"
          href={props.from('xlsx')}
          rel="external"
          download={`${props.file}.xlsx`}
        >
          {t(w.exportXlsx)}
        </a>
        <a
          class="button small"
          href={props.from('csv')}
          rel="external"
          download={`${props.file}.csv`}
        >
          {t(w.exportCsv)}
        </a>
      </p>
      <label for={field}>{t(w.file)}</label>
      <input
        id={field}
        class="registry-file"
        type="file"
        accept=".xlsx,.csv"
        onChange={(event) => void choose(taken(event.currentTarget))}
      />
      <p class="bad-words" role="alert">
        {wrong()}
      </p>
      <Show when={view()}>{(one) => <Result view={one()} counts={props.counts(one())} />}</Show>
      <Show when={sheet() && !view()?.applied}>
        <ReasonForm label={t(w.apply)} send={send} onDone={() => props.onChanged()} />
      </Show>
    </section>
  )
}
