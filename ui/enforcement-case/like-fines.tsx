// What were like cases fined, and how far does the planned fine lie from them?
import { For, Show } from 'solid-js'
import type { LikeFinesView, LikeStepView } from '../../contract/case/like-fines.ts'
import { spellYuan } from '../../domain/language/money.ts'
import { fill } from '../../domain/language/words.ts'
import { shareFrom } from '../../domain/penalties/deviation.ts'
import { askLikeFines } from '../client/case/items.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { signedShare } from '../reading/amounts.ts'
import { useQuery } from '../reading/query.ts'
import { showDate } from '../screen/time.ts'
import { causeWords as w } from './cause-words.ts'

type Planning = { step: string; planned: number | null }

/** `fine`: the one in the form; null: the form asks for none, and the case has planned it. */
export const LikeFines = (props: {
  caseId: string
  cause: string
  step: string
  fine: number | null
  of: 'enterprise' | 'person'
}) => {
  const found = useQuery(() => ({
    queryKey: ['case', props.caseId, 'like-fines', props.cause, props.of],
    queryFn: () => askLikeFines(props.caseId, props.cause, props.of),
  }))
  const planning = ({ planned }: LikeFinesView): Planning => ({
    step: props.step,
    planned: props.fine ?? planned,
  })
  return (
    <div role="status">
      <Show when={found.isSuccess && found.data}>
        {(all) => (
          <>
            <Before before={all().before} />
            <Show
              when={all().steps.length > 0}
              fallback={<p class="muted">{t(fill(w.noLike, { since: showDate(all().since) }))}</p>}
            >
              <p class="muted">{t(fill(w.like, { since: showDate(all().since) }))}</p>
              <ul class="muted">
                <For each={all().steps}>
                  {(one) => <li>{inOneLine(one, all().few, planning(all()))}</li>}
                </For>
              </ul>
              <Latest cases={all().cases} />
            </Show>
          </>
        )}
      </Show>
      <Show when={found.isError}>
        <p class="muted">{t(w.likeUnknown)}</p>
      </Show>
    </div>
  )
}

/** 处罚法 33: whether it would be a first act. */
const Before = (props: { before: LikeFinesView['before'] }) => (
  <Show when={props.before}>
    {(before) => (
      <p class="muted">
        {t(
          before().last === null
            ? w.firstTime
            : fill(w.finedBefore, { n: before().n, last: showDate(before().last ?? '') }),
        )}
      </p>
    )}
  </Show>
)

const inOneLine = (one: LikeStepView, few: number, { step, planned }: Planning): string => {
  const said = { step: t(one.words), n: one.n, few }
  if (one.fines === null) return t(fill(w.likeFew, said))
  const { lowest, median, highest } = one.fines
  const line = fill(w.likeStep, {
    ...said,
    lowest: spellYuan(lowest),
    median: spellYuan(median),
    highest: spellYuan(highest),
  })
  if (planned === null || (step !== '' && step !== one.step)) return t(line)
  const share = signedShare(shareFrom(median, planned))
  return `${t(line)}${t(fill(w.likeShare, { fine: spellYuan(planned), share }))}`
}

/** Each opens in a window of its own: the form stays as it is. */
const Latest = (props: { cases: LikeFinesView['cases'] }) => (
  <Show when={props.cases.length > 0}>
    <details>
      <summary>{t(w.likeCases)}</summary>
      <ul>
        <For each={props.cases}>
          {(one) => (
            <li>
              <a href={paths.case(one.id, 'record')} target="_blank" rel="noopener">
                {one.number}
              </a>{' '}
              {one.title} · {t(one.words)} · {showDate(one.day)} ·{' '}
              {t(fill(w.yuan, { fine: spellYuan(one.fine) }))}
            </li>
          )}
        </For>
      </ul>
    </details>
  </Show>
)
