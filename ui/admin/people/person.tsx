// What does this person hold, who gave it, what lies on his desk, and what may the administrator do?
import { useParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import type { PersonView, PostView } from '../../../contract/organisation/personnel.ts'
import { t } from '../../client/words.ts'
import { client } from '../../reading/queries.ts'
import { useQuery } from '../../reading/query.ts'
import { OneOfList } from '../one.tsx'
import { adminPaths } from '../paths.ts'
import { adminWords } from '../words.ts'
import { AccessForm } from './access.tsx'
import { AccountForm } from './account.tsx'
import { peopleQueries } from './client.ts'
import { EndForm } from './end.tsx'
import { GiveForm } from './give.tsx'
import { Held } from './held.tsx'
import { PhoneForm } from './phone.tsx'
import { OpenPosts } from './proposals.tsx'
import { History, Substitutions, Tasks } from './records.tsx'
import { peopleWords as w } from './words.ts'
import '../../form/fields.css'
import '../../case/case.css'
import '../admin.css'

type Open =
  | { what: 'give' }
  | { what: 'link' }
  | { what: 'removeFactor' }
  | { what: 'account' }
  | { what: 'phone' }
  | { what: 'end'; post: PostView }
  | null

const Facts = (props: { one: PersonView }) => (
  <section class="block">
    <Show when={!props.one.active}>
      <p class="notice warn">▲ {t(w.isDisabled)}</p>
    </Show>
    <Show when={props.one.active && !props.one.entered}>
      <p class="notice">{t(w.notEntered)}</p>
    </Show>
    <dl class="summary">
      <div>
        <dt>{t(w.username)}</dt>
        <dd>{props.one.username}</dd>
      </div>
      <div>
        <dt>{t(w.mail)}</dt>
        <dd>{props.one.mail}</dd>
      </div>
      <div>
        <dt>{t(w.phone)}</dt>
        <dd>{props.one.phone ?? t(w.phoneNone)}</dd>
      </div>
      <Show when={props.one.enterprise}>
        {(name) => (
          <div>
            <dt>{t(w.enterprise)}</dt>
            <dd>{name()}</dd>
          </div>
        )}
      </Show>
    </dl>
  </section>
)

const Buttons = (props: { one: PersonView; onOpen: (what: Open) => void }) => (
  <p class="form-actions admin-acts">
    <Show when={props.one.mayGive}>
      <button type="button" class="button primary" onClick={() => props.onOpen({ what: 'give' })}>
        {t(w.give)}
      </button>
    </Show>
    <Show
      when={props.one.mayDisable}
      fallback={
        <span class="muted">
          {t(w.cannot)}
          {t(adminWords.colon)}
          {props.one.whyNot.map((one) => t(one)).join(' ')}
        </span>
      }
    >
      <Show when={props.one.active}>
        <button type="button" class="button" onClick={() => props.onOpen({ what: 'link' })}>
          {t(w.sendLink)}
        </button>
      </Show>
      <button type="button" class="button" onClick={() => props.onOpen({ what: 'phone' })}>
        {t(w.changePhone)}
      </button>
      <Show when={props.one.secondFactor}>
        <button type="button" class="button" onClick={() => props.onOpen({ what: 'removeFactor' })}>
          {t(w.removeFactor)}
        </button>
      </Show>
      <button type="button" class="button" onClick={() => props.onOpen({ what: 'account' })}>
        {t(props.one.active ? w.disable : w.enable)}
      </button>
    </Show>
  </p>
)

const Whole = (props: { one: PersonView }) => {
  const [open, setOpen] = createSignal<Open>(null)
  const done = () => {
    setOpen(null)
    void client.invalidateQueries({ queryKey: ['people'] })
  }
  const back = () => setOpen(null)
  const ending = () => {
    const now = open()
    return now?.what === 'end' ? now.post : null
  }
  const accessing = () => {
    const now = open()
    return now?.what === 'link' || now?.what === 'removeFactor' ? now.what : null
  }
  return (
    <>
      <Facts one={props.one} />
      <Show when={props.one.waiting.length > 0}>
        <section class="notice">
          <OpenPosts items={props.one.waiting} />
        </section>
      </Show>
      <Switch fallback={<Buttons one={props.one} onOpen={setOpen} />}>
        <Match when={open()?.what === 'give'}>
          <GiveForm one={props.one} onDone={done} onBack={back} />
        </Match>
        <Match when={open()?.what === 'account'}>
          <AccountForm one={props.one} onDone={done} onBack={back} />
        </Match>
        <Match when={open()?.what === 'phone'}>
          <PhoneForm one={props.one} onDone={done} onBack={back} />
        </Match>
        <Match when={accessing()}>
          {(what) => <AccessForm one={props.one} what={what()} onDone={done} onBack={back} />}
        </Match>
        <Match when={ending()}>
          {(post) => <EndForm one={props.one} post={post()} onDone={done} onBack={back} />}
        </Match>
      </Switch>
      <Held posts={props.one.posts} onEnd={(post) => setOpen({ what: 'end', post })} />
      <Tasks one={props.one} />
      <Substitutions one={props.one} />
      <History one={props.one} />
    </>
  )
}

const Person = () => {
  const params = useParams<{ id: string }>()
  const found = useQuery(() => peopleQueries.one(params.id))
  return (
    <OneOfList found={found} words={w} back={adminPaths.people}>
      {(one) => <Whole one={one()} />}
    </OneOfList>
  )
}

export default Person
