// What has to be said of a recording before it is sent?
import { createSignal, createUniqueId, For, type JSX, Show, untrack } from 'solid-js'
import type { RecordingsView } from '../../contract/evidence/recordings.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { showMoment } from '../screen/time.ts'
import { bytesWords } from './amounts.ts'
import {
  type Draft,
  empty,
  faultOf,
  faultOfFile,
  keepDevice,
  kindOf,
  lastDevice,
  lengthOfFile,
  listed,
  minuteOf,
  momentOf,
} from './attach-draft.ts'
import { sendRecording } from './runs.ts'
import { recordingWords as w } from './words.ts'
import '../form/fields.css'

const Field = (props: {
  words: Text
  hint?: string
  children: (id: string, hint: string | undefined) => JSX.Element
}) => {
  const id = createUniqueId()
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t(props.words)}
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="hint" id={`${id}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
      {props.children(id, props.hint ? `${id}-hint` : undefined)}
    </div>
  )
}

const Times = (props: { draft: Draft; put: (part: Partial<Draft>) => void }) => (
  <>
    <Field words={w.from} hint={t(w.timesHint)}>
      {(id, hintId) => (
        <input
          id={id}
          type="datetime-local"
          class="short"
          aria-describedby={hintId}
          value={props.draft.from}
          onInput={(event) => props.put({ from: event.currentTarget.value })}
        />
      )}
    </Field>
    <Field words={w.to}>
      {(id) => (
        <input
          id={id}
          type="datetime-local"
          class="short"
          value={props.draft.to}
          onInput={(event) => props.put({ to: event.currentTarget.value })}
        />
      )}
    </Field>
  </>
)

const hintOf = (view: RecordingsView): string =>
  t(fill(w.fileHint, { endings: listed(view).join(' '), most: bytesWords(view.most) }))

const FileChoice = (props: { view: RecordingsView; onFile: (file: File | undefined) => void }) => (
  <Field words={w.file} hint={hintOf(props.view)}>
    {(id, hintId) => (
      <input
        id={id}
        type="file"
        aria-describedby={hintId}
        accept={listed(props.view).join(',')}
        onChange={(event) => props.onFile(event.currentTarget.files?.[0])}
      />
    )}
  </Field>
)

const RecordChoice = (props: { caseId: string; onChoose: (seq: string) => void }) => {
  const timeline = useQuery(() => queries.timeline(props.caseId))
  /** What was done last stands first. */
  const acts = () =>
    timeline.isSuccess
      ? timeline.data.items.filter(({ kind }) => kind === 'event').sort((a, b) => b.seq - a.seq)
      : []
  return (
    <Field words={w.goesWith}>
      {(id) => (
        <select id={id} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <option value="">{t(w.wholeCase)}</option>
          <For each={acts()}>
            {(item) => (
              <option value={String(item.seq)}>
                {t(
                  fill(w.recordNo, {
                    seq: item.seq,
                    title: t(item.title),
                    time: showMoment(item.occurredAt),
                  }),
                )}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}

/** `chosen`: what is to be sent, where that is known already. */
export const Attach = (props: {
  caseId: string
  view: RecordingsView
  chosen: File | null
  onEnd: () => void
}) => {
  const [draft, setDraft] = createSignal({ ...empty, device: lastDevice() })
  const [wrong, setWrong] = createSignal<Text | null>(null)
  const put = (part: Partial<Draft>) => {
    setWrong(null)
    setDraft({ ...draft(), ...part })
  }
  const choose = async (file: File | undefined) => {
    if (!file) return
    put({ file, to: draft().to || minuteOf(file.lastModified) })
    setWrong(faultOfFile(props.view, file))
    const seconds = await lengthOfFile(file)
    if (seconds === null || draft().file !== file || draft().from !== '') return
    setDraft({ ...draft(), from: minuteOf(file.lastModified - seconds * 1_000) })
  }
  void choose(untrack(() => props.chosen) ?? undefined)
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    const { file, device, from, to, about } = draft()
    const fault = faultOf(props.view, draft())
    setWrong(fault)
    if (fault || !file) return
    try {
      const kind = kindOf(props.view, file)
      const times = { from: momentOf(from), to: momentOf(to) }
      const goesWith = about === '' ? undefined : Number(about)
      const said = { caseId: props.caseId, kind, device: device.trim(), ...times, about: goesWith }
      await sendRecording(file, said)
      keepDevice(said.device)
      props.onEnd()
    } catch (error) {
      const { reasons, title } = asRefusal(error)
      setWrong(reasons[0] ?? title)
    }
  }
  return (
    <form class="recording-form" onSubmit={(event) => void send(event)} noValidate>
      <Show
        when={props.chosen}
        fallback={<FileChoice view={props.view} onFile={(file) => void choose(file)} />}
      >
        {(file) => (
          <p class="recording-name">
            {file().name} <span class="muted">{bytesWords(file().size)}</span>
          </p>
        )}
      </Show>
      <Field words={w.device} hint={t(w.deviceHint)}>
        {(id, hintId) => (
          <input
            id={id}
            aria-describedby={hintId}
            maxLength={100}
            value={draft().device}
            onInput={(event) => put({ device: event.currentTarget.value })}
          />
        )}
      </Field>
      <Times draft={draft()} put={put} />
      <RecordChoice caseId={props.caseId} onChoose={(about) => put({ about })} />
      <Show when={wrong()}>
        {(why) => (
          <p class="mistake" role="alert">
            {t(why())}
          </p>
        )}
      </Show>
      <p class="form-actions">
        <button type="submit" class="button primary">
          {t(w.send)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onEnd()}>
          {t(w.cancel)}
        </button>
      </p>
    </form>
  )
}
