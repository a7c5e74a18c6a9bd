// Which recordings of enforcement does a case have, how are they played, and how does one come in?
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { RecordingView } from '../../contract/evidence/recordings.ts'
import { recordingKinds } from '../../domain/evidence/recording.ts'
import { fill } from '../../domain/language/words.ts'
import { askRecordings } from '../client/case/recordings.ts'
import { t } from '../client/words.ts'
import { queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showMoment } from '../screen/time.ts'
import { Adding } from './adding.tsx'
import { bytesWords, lengthWords } from './amounts.ts'
import { recordingWords as w } from './words.ts'
import './recordings.css'

type Playing = { url: string; label: string; onError: () => void; onBlind: () => void }

const Sound = (props: Playing) => (
  // biome-ignore lint/a11y/useMediaCaption: what was said at the place is the record itself
  <audio
    class="recording-player"
    controls
    preload="metadata"
    src={props.url}
    aria-label={props.label}
    onError={() => props.onError()}
  />
)

const Film = (props: Playing) => (
  // biome-ignore lint/a11y/useMediaCaption: what was said at the place is the record itself
  <video
    class="recording-player"
    controls
    preload="metadata"
    src={props.url}
    aria-label={props.label}
    onError={() => props.onError()}
    onLoadedMetadata={(event) => event.currentTarget.videoWidth === 0 && props.onBlind()}
  />
)

/** Opened by a press: whoever only reads the list has looked at nothing. */
const Player = (props: { one: RecordingView; url: string }) => {
  const [fails, setFails] = createSignal(false)
  // Of the films of newer telephones (HEVC) some browsers play the sound alone, and call that no error.
  const [blind, setBlind] = createSignal(false)
  return (
    <Show when={!fails()} fallback={<p class="notice">{t(w.unplayable)}</p>}>
      <Dynamic
        component={props.one.kind === 'video' ? Film : Sound}
        url={props.url}
        label={t(fill(w.playOf, { name: props.one.name }))}
        onError={() => setFails(true)}
        onBlind={() => setBlind(true)}
      />
      <Show when={blind()}>
        <p class="notice">{t(w.soundOnly)}</p>
      </Show>
    </Show>
  )
}

const factsOf = (
  { device, from, to, seconds, size, about }: RecordingView,
  title: string,
): string =>
  [
    device,
    t(fill(w.span, { from: showMoment(from), to: showMoment(to) })),
    seconds === null ? '' : t(fill(w.length, { length: lengthWords(seconds) })),
    bytesWords(size),
    about === null ? '' : t(fill(w.about, { seq: about, title })).trim(),
  ]
    .filter((one) => one !== '')
    .join(' · ')

/** `title`: of the record that it goes with. */
const Item = (props: { one: RecordingView; title: string }) => {
  const [playing, setPlaying] = createSignal(false)
  return (
    <li class="recording">
      <p class="recording-name">
        {props.one.name} <span class="muted">{t(recordingKinds[props.one.kind])}</span>
      </p>
      <p>{factsOf(props.one, props.title)}</p>
      <p class="muted">
        {t(
          fill(w.added, {
            by: props.one.by,
            at: showMoment(props.one.at),
            seq: props.one.seq,
          }),
        )}
      </p>
      <p class="muted recording-hash">
        {t(w.hash)} <code>{props.one.sha256}</code>
      </p>
      <Show
        when={props.one.url}
        fallback={
          <p class="notice">{t(fill(w.gone, { time: showMoment(props.one.removedAt ?? '') }))}</p>
        }
      >
        {(url) => (
          <>
            <Show when={playing()}>
              <Player one={props.one} url={url()} />
            </Show>
            <p class="form-actions print-hidden">
              <Show when={!playing()}>
                <button
                  type="button"
                  class="button small"
                  aria-label={t(fill(w.playOf, { name: props.one.name }))}
                  onClick={() => setPlaying(true)}
                >
                  {t(w.play)}
                </button>
              </Show>
              <a
                class="button small"
                href={`${url()}?download`}
                download=""
                aria-label={t(fill(w.downloadOf, { name: props.one.name }))}
              >
                {t(w.download)}
              </a>
            </p>
          </>
        )}
      </Show>
    </li>
  )
}

/** Nothing where the process keeps none. */
const Recordings = (props: { id: string }) => {
  const answer = useQuery(() => ({
    queryKey: ['recordings', props.id],
    queryFn: () => askRecordings(props.id),
  }))
  const view = () => (answer.isSuccess ? answer.data : undefined)
  const timeline = useQuery(() => queries.timeline(props.id))
  const titleOf = (seq: number | null) => {
    const found = timeline.isSuccess && timeline.data.items.find((item) => item.seq === seq)
    return found ? t(found.title) : ''
  }
  return (
    <Show when={view()?.takes !== false}>
      <section class="block" aria-labelledby="recordings-title">
        <h2 id="recordings-title">{t(w.title)}</h2>
        <Switch fallback={<Skeleton rows={3} />}>
          <Match when={answer.isError && !answer.data}>
            <Failure error={answer.error} what={w.what} onRetry={() => void answer.refetch()} />
          </Match>
          <Match when={view()}>
            {(one) => (
              <>
                <Show when={one().items.length > 0} fallback={<p class="muted">{t(w.none)}</p>}>
                  <ul class="recordings">
                    <For each={one().items.map(({ id }) => id)}>
                      {(id) => (
                        <Show when={one().items.find((item) => item.id === id)}>
                          {(item) => <Item one={item()} title={titleOf(item().about)} />}
                        </Show>
                      )}
                    </For>
                  </ul>
                </Show>
                <Adding caseId={props.id} view={one()} />
                <p class="muted">
                  {t(w.looks)}{' '}
                  <Show when={one().retention}>
                    {(kept) => (
                      <span>
                        {t(fill(w.kept, { period: t(kept().period), source: t(kept().source) }))}
                      </span>
                    )}
                  </Show>
                </p>
              </>
            )}
          </Match>
        </Switch>
      </section>
    </Show>
  )
}

export default Recordings
