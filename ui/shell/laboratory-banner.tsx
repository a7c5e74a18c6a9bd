// Which day is it in the laboratory?
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { now, showMoment } from '../screen/time.ts'
import { laboratoryBannerWords as w } from './laboratory-banner-words.ts'

const LaboratoryBanner = () => (
  <div class="banner lab">{t(fill(w.now, { now: showMoment(new Date(now()).toISOString()) }))}</div>
)

export default LaboratoryBanner
