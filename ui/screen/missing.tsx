// What does an unknown address answer?
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { missingWords } from './missing-words.ts'
import { usePage } from './page.ts'

const Missing = () => {
  usePage(() => t(missingWords.notFound))
  return (
    <div class="page narrow">
      <h1>{t(missingWords.notFound)}</h1>
      <p>{t(missingWords.notFoundHint)}</p>
      <a class="button" href={paths.home}>
        {t(missingWords.home)}
      </a>
    </div>
  )
}

export default Missing
