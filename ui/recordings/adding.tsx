// How does a recording come in: what is on its way, and what somebody films or chooses next?
import { createSignal, createUniqueId, Show } from 'solid-js'
import type { RecordingsView } from '../../contract/evidence/recordings.ts'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { useMedia } from '../screen/width.ts'
import { Attach } from './attach.tsx'
import { OnTheWay } from './progress.tsx'
import { runsOf } from './runs.ts'
import { recordingWords as w } from './words.ts'
import './recordings.css'
import '../form/fields.css'
import '../form/files-field.css'

/** One press, and the telephone films or shows what it has. */
const Source = (props: {
  words: Text
  accept: string
  camera?: boolean
  onFile: (file: File) => void
}) => {
  const id = createUniqueId()
  return (
    <>
      <input
        id={id}
        class="visually-hidden file-input"
        type="file"
        accept={props.accept}
        capture={props.camera ? 'environment' : undefined}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) props.onFile(file)
        }}
      />
      <label class="button file-button" for={id}>
        {t(props.words)}
      </label>
    </>
  )
}

export const Adding = (props: { caseId: string; view: RecordingsView }) => {
  const narrow = useMedia('(max-width: 800px)')
  const [open, setOpen] = createSignal(false)
  const [file, setFile] = createSignal<File | null>(null)
  const [wrong, setWrong] = createSignal<Text | null>(null)
  const again = () => void client.invalidateQueries({ queryKey: ['recordings', props.caseId] })
  const show = (chosen: File | null) => {
    setFile(chosen)
    setOpen(true)
  }
  const Sources = () => (
    <p class="file-buttons print-hidden">
      <Show
        when={narrow()}
        fallback={
          <button type="button" class="button" onClick={() => show(null)}>
            {t(w.add)}
          </button>
        }
      >
        <Source words={w.film} accept="video/*" camera onFile={show} />
        <Source words={w.choose} accept="video/*,audio/*" onFile={show} />
      </Show>
    </p>
  )
  return (
    <>
      <OnTheWay
        caseId={props.caseId}
        runs={runsOf(props.caseId)}
        left={props.view.unfinished}
        days={props.view.waitsForDays}
        onWrong={setWrong}
        onChange={again}
      />
      <Show when={wrong()}>
        {(why) => (
          <p class="mistake" role="alert">
            {t(why())}
          </p>
        )}
      </Show>
      <Show
        when={props.view.may}
        fallback={<p class="muted">{props.view.why && t(props.view.why)}</p>}
      >
        <Show when={open()} fallback={<Sources />}>
          <Attach
            caseId={props.caseId}
            view={props.view}
            chosen={file()}
            onEnd={() => setOpen(false)}
          />
        </Show>
      </Show>
    </>
  )
}
