// Which decisions stand behind a figure, and how does each lie to its step and to like cases?
import { For, Show } from 'solid-js'
import type { DecidedFineView } from '../../../contract/supervision/discretion.ts'
import { spellYuan } from '../../../domain/language/money.ts'
import { fill } from '../../../domain/language/words.ts'
import { paths } from '../../client/paths.ts'
import { askFines, type FinesPlace } from '../../client/supervision.ts'
import { t } from '../../client/words.ts'
import { signedShare } from '../../reading/amounts.ts'
import { usePages } from '../../reading/pages.ts'
import { showDate } from '../../screen/time.ts'
import { BehindFigure, behindAtOnce } from '../behind-figure.tsx'
import { recomputeWords } from '../recompute-words.ts'
import { type StandingName, standingNames } from './discretion-reading.ts'
import { discretionWords as w } from './discretion-words.ts'

const Named = (props: { one: DecidedFineView }) => (
  <th scope="row">
    <Show when={props.one.id} fallback={<span class="muted">{t(w.elsewhere)}</span>}>
      {(id) => <a href={paths.case(id(), 'record')}>{props.one.number}</a>}
    </Show>
  </th>
)

const Standard = (props: { one: DecidedFineView }) => (
  <td>
    <Show when={props.one.cause} fallback={<span class="muted">{t(w.noCause)}</span>}>
      {(cause) => (
        <>
          {cause()}
          <Show when={props.one.step}>{(step) => <> · {t(step())}</>}</Show>
          <Show when={props.one.range}>
            {(range) => (
              <>
                {' '}
                · {t(fill(w.range, { from: spellYuan(range().from), to: spellYuan(range().to) }))}
              </>
            )}
          </Show>
        </>
      )}
    </Show>
  </td>
)

const Likes = (props: { one: DecidedFineView }) => (
  <td class="number">
    <Show
      when={props.one.likeMedian !== null}
      fallback={<span class="muted">{t(fill(w.likeFew, { n: props.one.likeCases }))}</span>}
    >
      {t(
        fill(w.likeOf, {
          median: spellYuan(props.one.likeMedian ?? 0),
          n: props.one.likeCases,
          share: signedShare(props.one.fromLike),
        }),
      )}
    </Show>
  </td>
)

const Row = (props: { one: DecidedFineView }) => {
  const outside = () => props.one.position === 'below' || props.one.position === 'above'
  return (
    <tr>
      <Named one={props.one} />
      <td>
        {props.one.enterprise ?? props.one.title ?? ''}
        <Show when={props.one.person}>
          {(nth) => <span class="muted"> · {t(fill(w.person, { nth: nth() }))}</span>}
        </Show>
      </td>
      <td>{props.one.office ? t(props.one.office) : t(props.one.region)}</td>
      <td>{showDate(props.one.day)}</td>
      <Standard one={props.one} />
      <td class="number">{spellYuan(props.one.fine)}</td>
      <td>
        <span class={outside() ? 'tag' : ''}>{t(w[props.one.position ?? 'unchecked'])}</span>
      </td>
      <td class="number">{signedShare(props.one.fromMiddle)}</td>
      <Likes one={props.one} />
      <td>{props.one.departure ?? (outside() ? t(w.noReason) : '')}</td>
    </tr>
  )
}

const columns = [
  w.number,
  w.party,
  w.office,
  w.day,
  w.step,
  w.fine,
  w.standing,
  w.fromMiddle,
  w.like,
  w.reason,
]

export const FinesList = (props: {
  place: FinesPlace
  standing: StandingName | ''
  name: string
  onStanding: (standing: StandingName | '') => void
  onClose: () => void
}) => {
  const place = () => ({ ...props.place, standing: props.standing })
  const pages = usePages<DecidedFineView>(() => ({
    key: ['fines', JSON.stringify(place())],
    read: (cursor) => askFines(place(), behindAtOnce, cursor),
  }))
  return (
    <BehindFigure
      id="discretion-cases"
      heading={t(fill(w.behind, { what: props.name, n: pages.total() }))}
      tools={
        <div class="discretion-chips">
          <For each={['', ...standingNames] as const}>
            {(standing) => (
              <button
                type="button"
                class="chip"
                aria-pressed={props.standing === standing}
                onClick={() => props.onStanding(standing)}
              >
                {t(standing === '' ? w.every : w[standing])}
              </button>
            )}
          </For>
          <button type="button" class="button small" onClick={() => props.onClose()}>
            {t(recomputeWords.close)}
          </button>
        </div>
      }
      pages={pages}
      what={w.title}
      name={w.decisions}
      columns={columns}
      empty={w.empty}
    >
      <For each={pages.items()}>{(one) => <Row one={one} />}</For>
    </BehindFigure>
  )
}
