// What has been published for everybody to read: hazards listed and resolved, penalties, who is listed for serious dishonesty?
import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { regions } from '../../domain/organisation/regions.ts'
import { counties } from '../../domain/public/form.ts'
import type { PublicNotice } from '../../domain/public/notice.ts'
import { citizen } from '../client/public.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { showDay } from '../screen/time.ts'
import { Frame } from './frame.tsx'
import { createQuestion } from './question.ts'
import { citizenWords as w } from './words.ts'
import '../form/fields.css'

type Filter = { q: string; region: string }
const everything: Filter = { q: '', region: '' }

const Filters = (props: { filter: Filter; onFilter: (filter: Filter) => void }) => {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    props.onFilter({
      q: String(data.get('q') ?? '').trim(),
      region: String(data.get('region') ?? ''),
    })
  }
  return (
    <form class="block citizen-filter" onSubmit={submit}>
      <label class="field">
        <span class="field-label">{t(w.search)}</span>
        <input name="q" type="search" value={props.filter.q} />
      </label>
      <label class="field">
        <span class="field-label">{t(w.region)}</span>
        <select name="region">
          <option value="">{t(w.everywhere)}</option>
          <For each={counties}>
            {(code) => (
              <option value={code} selected={props.filter.region === code}>
                {t(regions[code].name)}
              </option>
            )}
          </For>
        </select>
      </label>
      <button type="submit" class="button">
        {t(w.filter)}
      </button>
      <button type="button" class="button" onClick={() => window.print()}>
        {t(w.print)}
      </button>
    </form>
  )
}

const Notice = (props: { notice: PublicNotice }) => {
  const id = createUniqueId()
  return (
    <li class="block">
      <article aria-labelledby={id}>
        <h2 id={id}>
          {t(props.notice.words)} · {props.notice.enterprise ?? t(w.noEnterprise)}
        </h2>
        <dl class="summary">
          <div>
            <dt>{t(w.published)}</dt>
            <dd>
              <time dateTime={props.notice.at}>{showDay(props.notice.at)}</time>
            </dd>
          </div>
          <div>
            <dt>{t(w.yourNumber)}</dt>
            <dd>
              {props.notice.number} · {t(props.notice.region)}
            </dd>
          </div>
          <Show when={props.notice.level}>
            {(level) => (
              <div>
                <dt>{t(w.level)}</dt>
                <dd>
                  <LevelMark level={level()} word />
                </dd>
              </div>
            )}
          </Show>
          <For each={props.notice.fields}>
            {(field) => (
              <div>
                <dt>{t(field.label)}</dt>
                <dd>{t(field.value)}</dd>
              </div>
            )}
          </For>
          <Show when={props.notice.others.length > 0}>
            <div>
              <dt>{t(w.also)}</dt>
              <dd>
                <For each={props.notice.others}>
                  {(other) => (
                    <span class="citizen-article">
                      {t(other.words)} <time dateTime={other.at}>{showDay(other.at)}</time>
                    </span>
                  )}
                </For>
              </dd>
            </div>
          </Show>
        </dl>
      </article>
    </li>
  )
}

const Notices = () => {
  usePage(() => t(w.noticesTitle))
  const [filter, setFilter] = createSignal(everything)
  const [earlier, setEarlier] = createSignal<PublicNotice[]>([])
  const question = createQuestion((cursor: string | null) =>
    citizen.notices({ ...filter(), cursor }),
  )
  void question.again(null)
  const show = (next: Filter) => {
    setFilter(next)
    setEarlier([])
    void question.again(null)
  }
  const more = () => {
    const page = question.state().answer
    if (!page?.cursor || question.state().busy) return
    const [of, before] = [filter(), [...earlier(), ...page.items]]
    void question.again(page.cursor).then(() => {
      // Another filter meanwhile: what it found stands by itself.
      if (!question.state().error && of === filter()) setEarlier(before)
    })
  }
  const items = () => [...earlier(), ...(question.state().answer?.items ?? [])]
  const filtered = () => filter().q !== '' || filter().region !== ''
  return (
    <Frame>
      <h1>{t(w.noticesTitle)}</h1>
      <p class="lead">{t(w.noticesLead)}</p>
      <Filters filter={filter()} onFilter={show} />
      <Show when={question.state().error}>
        {(error) => (
          <Failure error={error()} what={w.loadingNotices} onRetry={() => show(filter())} />
        )}
      </Show>
      <Switch>
        <Match when={!question.state().answer && !question.state().error}>
          <Skeleton rows={5} />
        </Match>
        <Match when={question.state().answer && items().length === 0}>
          <Empty summary={filtered() ? w.emptyFilter : w.empty}>
            <Show when={filtered()}>
              <button type="button" class="button" onClick={() => show(everything)}>
                {t(w.clear)}
              </button>
            </Show>
          </Empty>
        </Match>
        <Match when={items().length > 0}>
          <ul class="citizen-notices" aria-busy={question.state().busy}>
            <For each={items()}>{(notice) => <Notice notice={notice} />}</For>
          </ul>
          <Show when={question.state().answer?.cursor}>
            <button type="button" class="button" onClick={more}>
              {t(w.more)}
            </button>
          </Show>
        </Match>
      </Switch>
    </Frame>
  )
}

export default Notices
