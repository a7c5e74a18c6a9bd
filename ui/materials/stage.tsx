// How is one file shown in the page, so that nothing in it can act?
import { createResource, Match, Show, Switch } from 'solid-js'
import type { FileView } from '../../domain/views/answers/fact-views.ts'
import { t } from '../client/words.ts'
import { materialWords as w } from './words.ts'

/** How a picture is held: `zoom` 1 fits the window, `turn` counts quarters to the right. */
export type Hold = { zoom: number; turn: number }

export const isPicture = ({ type }: FileView) => type.startsWith('image/') && !/hei[cf]/.test(type)
export const isText = ({ type }: FileView) => type.startsWith('text/')

const mostText = 300_000

/** UTF-8 where it is, else the encoding of older Chinese files. */
export const readText = async (url: string): Promise<string> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(String(answer.status))
  const bytes = (await answer.arrayBuffer()).slice(0, mostText)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const PictureStage = (props: { file: FileView; hold: Hold }) => (
  <section class="stage picture" tabindex="0" aria-label={props.file.name}>
    <img
      src={props.file.url}
      alt={props.file.name}
      classList={{ enlarged: props.hold.zoom > 1, across: props.hold.turn % 2 === 1 }}
      style={{
        width: props.hold.zoom > 1 ? `${props.hold.zoom * 100}%` : undefined,
        transform: `rotate(${props.hold.turn * 90}deg)`,
      }}
    />
  </section>
)

const TextStage = (props: { file: FileView }) => {
  const [words] = createResource(
    () => props.file.url,
    (url) => readText(url).catch(() => null),
  )
  return (
    <Show when={!words.loading} fallback={<p class="stage-note">{t(w.reading)}</p>}>
      <Show when={words() !== null} fallback={<p class="stage-note">{t(w.noText)}</p>}>
        <pre class="stage text" tabindex="0">
          {words()}
        </pre>
      </Show>
    </Show>
  )
}

export const Stage = (props: { file: FileView; hold: Hold }) => (
  <Switch fallback={<p class="stage-note">{t(w.noView)}</p>}>
    <Match when={isPicture(props.file)}>
      <PictureStage file={props.file} hold={props.hold} />
    </Match>
    <Match when={props.file.type === 'application/pdf'}>
      <iframe class="stage paper" src={`${props.file.url}#view=FitH`} title={props.file.name} />
    </Match>
    <Match when={isText(props.file)}>
      <TextStage file={props.file} />
    </Match>
  </Switch>
)
