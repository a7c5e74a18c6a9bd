// What does an unknown address answer?
import { paths } from '../paths.ts'
import { t, words } from '../words.ts'
import { usePage } from './page.ts'

const Missing = () => {
  usePage(() => t(words.notFound))
  return (
    <div class="page narrow">
      <h1>{t(words.notFound)}</h1>
      <p>{t(words.notFoundHint)}</p>
      <a class="button" href={paths.home}>
        {t(words.home)}
      </a>
    </div>
  )
}

export default Missing
