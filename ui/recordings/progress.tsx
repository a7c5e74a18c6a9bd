// How far are the recordings that are on their way, and how are they paused, gone on with or given up?
import { For, Show } from 'solid-js'
import type { UnfinishedRecording } from '../../contract/evidence/recordings.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { uploadApi } from '../client/evidence.ts'
import { t, words } from '../client/words.ts'
import { showMoment } from '../screen/time.ts'
import { bytesWords, lengthWords, shareOf } from './amounts.ts'
import { canGoOn, giveUpRun, pause, type Run, resume, sendRecording } from './runs.ts'
import { recordingWords as w } from './words.ts'
import '../form/files-field.css'

const stateWords = ({ status, why }: Run): string => {
  if (status === 'failed') return t(why ?? words.failedPlain)
  const known: Partial<Record<Run['status'], Text>> = {
    checking: w.checking,
    paused: w.paused,
    waiting: w.waiting,
    attaching: w.attaching,
    done: w.done,
  }
  const found = known[status]
  return found ? t(found) : ''
}

const speedOf = ({ perSecond, size, sent }: Run): string =>
  perSecond === null
    ? ''
    : t(
        fill(w.speed, {
          speed: bytesWords(perSecond),
          left: lengthWords((size - sent) / perSecond),
        }),
      )

const OneRun = (props: { run: Run; onChange: () => void }) => {
  const moves = () => ['sending', 'waiting', 'checking'].includes(props.run.status)
  const giveUp = async () => {
    await giveUpRun(props.run.key)
    props.onChange()
  }
  return (
    <li class="recording-run">
      <p class="recording-name">{t(fill(w.sending, { name: props.run.name }))}</p>
      <progress
        class="recording-progress"
        aria-label={t(fill(w.sending, { name: props.run.name }))}
        max={props.run.size}
        value={props.run.sent}
      />
      <p class="muted">
        {t(
          fill(w.progress, {
            share: shareOf(props.run.sent, props.run.size),
            sent: bytesWords(props.run.sent),
            size: bytesWords(props.run.size),
          }),
        )}{' '}
        <Show when={props.run.status === 'sending'}>{speedOf(props.run)}</Show>
      </p>
      <p role="status">{stateWords(props.run)}</p>
      <Show when={['waiting', 'paused', 'failed'].includes(props.run.status)}>
        <p class="muted">{t(props.run.isKept ? w.keptHere : w.notKept)}</p>
      </Show>
      <p class="form-actions">
        <Show when={moves()}>
          <button type="button" class="button small" onClick={() => pause(props.run.key)}>
            {t(w.pause)}
          </button>
        </Show>
        <Show when={canGoOn(props.run.status)}>
          <button type="button" class="button small" onClick={() => resume(props.run.key)}>
            {t(w.resume)}
          </button>
        </Show>
        <Show when={!['done', 'attaching'].includes(props.run.status)}>
          <button type="button" class="button small quiet" onClick={() => void giveUp()}>
            {t(w.giveUp)}
          </button>
        </Show>
      </p>
    </li>
  )
}

const whyNot = (error: unknown): Text => {
  const { reasons, title } = asRefusal(error)
  return reasons[0] ?? title
}

const Left = (props: {
  one: UnfinishedRecording
  caseId: string
  days: number
  onWrong: (why: Text | null) => void
  onChange: () => void
}) => {
  const goOn = async (file: File | undefined) => {
    if (!file) return
    const { id, kind, device, from, to, about, name, size } = props.one
    if (file.name !== name || file.size !== size) return props.onWrong(w.otherFile)
    const said = { caseId: props.caseId, kind, device, from, to, about: about ?? undefined }
    props.onWrong(await sendRecording(file, said, id).catch(whyNot))
  }
  const giveUp = async () => {
    await uploadApi.giveUp(props.one.id).catch(() => undefined)
    props.onChange()
  }
  return (
    <li class="recording-run">
      <p class="recording-name">
        {props.one.name} <span class="muted">{t(w.unfinished)}</span>
      </p>
      <p class="muted">
        {t(
          fill(w.unfinishedHint, {
            sent: bytesWords(props.one.offset),
            size: bytesWords(props.one.size),
            until: showMoment(props.one.waitsUntil),
            days: props.days,
          }),
        )}
      </p>
      <p class="form-actions">
        <input
          id={`again-${props.one.id}`}
          class="visually-hidden file-input"
          type="file"
          onChange={(event) => void goOn(event.currentTarget.files?.[0])}
        />
        <label class="button small file-button" for={`again-${props.one.id}`}>
          {t(w.chooseAgain)}
        </label>
        <button
          type="button"
          class="button small quiet"
          aria-label={t(fill(w.giveUpOf, { name: props.one.name }))}
          onClick={() => void giveUp()}
        >
          {t(w.giveUp)}
        </button>
      </p>
    </li>
  )
}

/** Those that this tab sends, then those of which only the server knows. */
export const OnTheWay = (props: {
  caseId: string
  runs: Run[]
  left: UnfinishedRecording[]
  days: number
  onWrong: (why: Text | null) => void
  onChange: () => void
}) => {
  const waiting = () => props.left.filter(({ id }) => !props.runs.some((run) => run.id === id))
  return (
    <Show when={props.runs.length + waiting().length > 0}>
      <ul class="recording-runs">
        <For each={props.runs.map(({ key }) => key)}>
          {(key) => (
            <Show when={props.runs.find((one) => one.key === key)}>
              {(run) => <OneRun run={run()} onChange={props.onChange} />}
            </Show>
          )}
        </For>
        <For each={waiting()}>
          {(one) => (
            <Left
              one={one}
              caseId={props.caseId}
              days={props.days}
              onWrong={props.onWrong}
              onChange={props.onChange}
            />
          )}
        </For>
      </ul>
    </Show>
  )
}
