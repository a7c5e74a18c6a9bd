// How is a person registered, with the posts he is to hold?
import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { OfficeChoice } from '../../../contract/organisation/personnel.ts'
import { fill } from '../../../domain/language/words.ts'
import { isRole } from '../../../domain/organisation/personnel.ts'
import { needsTwo } from '../../../domain/organisation/roles.ts'
import { peopleApi } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import type { Mistake } from '../../form/error-summary.tsx'
import { client } from '../../reading/queries.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { today } from '../../screen/time.ts'
import { Line } from '../field.tsx'
import { adminPaths } from '../paths.ts'
import { peopleQueries } from './client.ts'
import { PostChoice } from './give.tsx'
import { GroundForm, missing, useGround } from './ground.tsx'
import { peopleWords as w } from './words.ts'
import '../../form/fields.css'
import '../../case/case.css'
import '../admin.css'

const fields = ['name', 'username', 'mail'] as const
const hints = { name: undefined, username: w.usernameHint, mail: undefined }
type Post = { office: string; role: string }
const noPost: Post = { office: '', role: '' }

const Posts = (props: {
  offices: OfficeChoice[]
  posts: Post[]
  onChange: (posts: Post[]) => void
}) => {
  const set = (index: number, part: Partial<Post>) =>
    props.onChange(props.posts.map((post, at) => (at === index ? { ...post, ...part } : post)))
  return (
    <>
      <For each={props.posts.map((_, index) => index)}>
        {(index) => (
          <fieldset>
            <legend>{t(fill(w.postN, { n: index + 1 }))}</legend>
            <PostChoice
              offices={props.offices}
              chosen={props.posts[index] ?? noPost}
              suffix={index || ''}
              onChange={(part) => set(index, part)}
            />
            <Show when={needsSecond(props.posts[index]?.role)}>
              <p class="notice">{t(w.needsTwo)}</p>
            </Show>
          </fieldset>
        )}
      </For>
      <p>
        <button
          type="button"
          class="button"
          onClick={() => props.onChange([...props.posts, noPost])}
        >
          {t(w.anotherPost)}
        </button>
      </p>
    </>
  )
}

const Enrol = () => {
  usePage(() => t(w.enrolTitle))
  const navigate = useNavigate()
  const groundForm = useGround()
  const offices = useQuery(peopleQueries.offices)
  const [one, setOne] = createSignal({ name: '', username: '', mail: '' })
  const [posts, setPosts] = createSignal([noPost])
  const mistakes = (): Mistake[] => [
    ...fields
      .filter((field) => one()[field].trim() === '')
      .map((field) => ({ field, words: missing(w[field]) })),
    ...posts().flatMap(({ office, role }, index) => [
      ...(office ? [] : [{ field: `office${index || ''}`, words: missing(w.office) }]),
      ...(role ? [] : [{ field: `role${index || ''}`, words: missing(w.role) }]),
    ]),
    ...groundForm.mistakes(),
  ]
  const submit = async () => {
    const body = {
      ...one(),
      posts: posts().map((post) => ({ ...post, from: today(), until: null })),
      ...groundForm.ground(),
    }
    await groundForm.sending.send(mistakes(), async (keyOf) => {
      const made = await peopleApi.enrol(body, keyOf(body))
      void client.invalidateQueries({ queryKey: ['people'] })
      navigate(adminPaths.person(made.id))
    })
  }
  return (
    <>
      <h1>{t(w.enrolTitle)}</h1>
      <p class="lead">{t(w.enrolLead)}</p>
      <GroundForm
        title={t(w.enrolTitle)}
        confirm={w.confirmEnrol}
        groundForm={groundForm}
        onSubmit={() => void submit()}
        onBack={() => navigate(adminPaths.people)}
      >
        <For each={fields}>
          {(field) => (
            <Line
              name={field}
              label={w[field]}
              {...(hints[field] ? { hint: hints[field] } : {})}
              type={field === 'mail' ? 'email' : 'text'}
              value={one()[field]}
              onInput={(value) => setOne({ ...one(), [field]: value })}
            />
          )}
        </For>
        <Posts
          offices={offices.isSuccess ? offices.data.items : []}
          posts={posts()}
          onChange={setPosts}
        />
      </GroundForm>
    </>
  )
}

const needsSecond = (role = ''): boolean => isRole(role) && needsTwo(role)

export default Enrol
