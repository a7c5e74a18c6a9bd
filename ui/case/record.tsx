// What stands in the record of the case, and is the chain of evidence whole?

import { createMemo, createSignal, For, Show } from 'solid-js'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { fill } from '../../domain/language/words.ts'
import type { RecordVerdict } from '../../domain/model/chain.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { recordOf } from '../reading/story.ts'
import { caseWords as w } from '../record/case-words.ts'
import { type ItemActs, Timeline } from '../record/timeline.tsx'
import { timelineWords } from '../record/timeline-words.ts'

type Kind = TimelineItem['kind']
const kinds: Kind[] = ['event', 'task', 'clock', 'notice', 'correction']
const kindWords = {
  event: timelineWords.kindEvent,
  task: timelineWords.kindDesk,
  clock: timelineWords.kindClock,
  notice: timelineWords.kindNotice,
  correction: timelineWords.kindCorrection,
} as const

export const ChainNote = (props: { chain: RecordVerdict }) => (
  <>
    <Show when={props.chain.valid}>
      <p class="chain valid">✓ {t(fill(w.chainValid, { n: props.chain.checked }))}</p>
    </Show>
    <Show when={props.chain.brokenAt}>
      {(at) => <p class="chain broken">▲ {t(fill(w.chainBroken, { at: at() }))}</p>}
    </Show>
    <For each={props.chain.changedFiles}>
      {({ seq, file }) => (
        <p class="chain broken">▲ {t(fill(w.fileChanged, { at: seq, file: file.slice(0, 8) }))}</p>
      )}
    </For>
  </>
)

/** What was said is corrected from where it stands; what waits is decided there. */
const corrections =
  (id: string, acts: ActView[]): ItemActs =>
  (item) => {
    const open = (type: string) => acts.find((one) => one.type === type && one.allowed)
    const to = (type: string, seq: string) => {
      const act = open(type)
      return act ? [{ href: paths.act(id, type, null, { seq }), words: act.words }] : []
    }
    if (item.kind === 'event' && item.fields.length > 0)
      return to('request-correction', String(item.seq))
    if (item.type !== 'request-correction') return []
    const seq = item.fields.find(({ name }) => name === 'seq')?.value.zh ?? ''
    const choices = open('approve-correction')?.fields.find(({ name }) => name === 'seq')?.choices
    return choices && Object.hasOwn(choices, seq)
      ? ['approve-correction', 'refuse-correction'].flatMap((type) => to(type, seq))
      : []
  }

/** `acts`: what the reader may do in the case. */
export const Record = (props: { id: string; acts?: ActView[] }) => {
  const timeline = useQuery(() => recordOf(props.id))
  const [kind, setKind] = createSignal<Kind | null>(null)
  const items = createMemo(() => (timeline.isSuccess ? timeline.data.items : []))
  const visibleItems = createMemo(() =>
    items().filter((item) => kind() === null || item.kind === kind()),
  )
  const count = (one: Kind) => items().filter((item) => item.kind === one).length
  return (
    <Answered found={timeline} what={w.record} rows={8}>
      {(answer) => (
        <section class="block" aria-label={t(w.record)}>
          <div class="record-top">
            <Show when={answer().chain}>{(chain) => <ChainNote chain={chain()} />}</Show>
            <fieldset class="chips">
              <legend class="visually-hidden">{t(w.filterLabel)}</legend>
              <button
                type="button"
                class="chip"
                aria-pressed={kind() === null}
                onClick={() => setKind(null)}
              >
                {t(w.filterAll)} <span class="count">{items().length}</span>
              </button>
              <For each={kinds.filter((one) => count(one) > 0)}>
                {(one) => (
                  <button
                    type="button"
                    class="chip"
                    aria-pressed={kind() === one}
                    onClick={() => setKind(one)}
                  >
                    {t(kindWords[one])} <span class="count">{count(one)}</span>
                  </button>
                )}
              </For>
            </fieldset>
            <button type="button" class="button small print-button" onClick={() => window.print()}>
              {t(w.print)}
            </button>
          </div>
          <Show when={visibleItems().length > 0}>
            <Timeline
              items={visibleItems()}
              actsOn={props.acts ? corrections(props.id, props.acts) : undefined}
            />
          </Show>
        </section>
      )}
    </Answered>
  )
}
