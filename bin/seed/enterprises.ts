// Which enterprises does the demo city have, and who works in those that use the platform?
import { creditCode } from '../../domain/organisation/credit-code.ts'
import { enterpriseOffice } from '../../domain/organisation/offices.ts'
import { type Region, regions } from '../../domain/organisation/regions.ts'
import type { createNames } from './names.ts'
import { counties, type SeedPerson, seedPerson } from './organisation.ts'
import { createRandom, type Random } from './random.ts'

export type SeedEnterprise = {
  id: string
  code: string
  name: string
  pinyin: string
  region: Region
  industry: string
  address: string
  principal: string
}

type Part = readonly [characters: string, initials: string]

const COUNT = 300
/** The first ones have accounts; with seven counties in turn each county has at least one. */
export const ENTERPRISES_WITH_ACCOUNTS = 10
// No place in China has a division code beginning with 99, so none of these codes belongs to anybody.
const inventedAuthority = (region: Region) => `99${region.slice(2)}`

const places: Record<string, Part> = {
  '330802': ['柯城', 'kc'],
  '330803': ['衢江', 'qj'],
  '330822': ['常山', 'cs'],
  '330824': ['开化', 'kh'],
  '330825': ['龙游', 'ly'],
  '330871': ['衢州智造', 'qzzz'],
  '330881': ['江山', 'js'],
}

// Two words out of a fairy tale make a trade name that nobody has registered.
const firstWords = [
  ['雾屿', 'wy'],
  ['星槎', 'xc'],
  ['云岫', 'yx'],
  ['月汀', 'yt'],
  ['虹涧', 'hj'],
  ['霞渡', 'xd'],
  ['风铃', 'fl'],
  ['琥珀', 'hp'],
  ['青瓷', 'qc'],
  ['竹影', 'zy'],
  ['松烟', 'sy'],
  ['橘灯', 'jd'],
  ['石桥', 'sq'],
  ['银杏', 'yx'],
  ['晨钟', 'cz'],
  ['纸鸢', 'zy'],
] as const satisfies Part[]
const secondWords = [
  ['玄鹿', 'xl'],
  ['白鹭', 'bl'],
  ['蓝鲸', 'lj'],
  ['飞鱼', 'fy'],
  ['石狮', 'ss'],
  ['金蟾', 'jc'],
  ['赤狐', 'ch'],
  ['灵龟', 'lg'],
  ['木马', 'mm'],
  ['雪豹', 'xb'],
  ['画眉', 'hm'],
  ['水獭', 'st'],
  ['萤火', 'yh'],
  ['铜牛', 'tn'],
  ['夜莺', 'yy'],
  ['角马', 'jm'],
  ['锦鲤', 'jl'],
  ['麒麟', 'ql'],
  ['蜻蜓', 'qt'],
] as const satisfies Part[]

/** How the trade stands in the name, and which industry the register notes. */
const trades = [
  ['化工', 'hg', '化学原料和化学制品制造'],
  ['新材料', 'xcl', '化学纤维制造'],
  ['气体', 'qt', '危险化学品经营'],
  ['石油销售', 'syxs', '加油站'],
  ['机械', 'jx', '通用设备制造'],
  ['轴承', 'zc', '通用设备制造'],
  ['纸业', 'zy', '造纸和纸制品'],
  ['木业', 'my', '木材加工'],
  ['门业', 'my', '家具制造'],
  ['建材', 'jc', '非金属矿物制品'],
  ['水泥', 'sn', '非金属矿物制品'],
  ['矿业', 'ky', '非煤矿山'],
  ['冶金', 'yj', '金属冶炼'],
  ['食品', 'sp', '食品制造'],
  ['冷链', 'll', '涉氨制冷'],
  ['纺织', 'fz', '纺织'],
  ['电子', 'dz', '电子设备制造'],
  ['物流', 'wl', '道路货物运输'],
  ['建设', 'js', '房屋建筑施工'],
] as const satisfies (readonly [string, string, string])[]

const roads = [
  '迎帆路',
  '望月路',
  '拾光街',
  '归鸿大道',
  '听泉路',
  '早樱街',
  '远山大道',
  '星河路',
] as const

/** 300 enterprises, the same on every machine, and the people of those with accounts. */
export const seedEnterprises = (
  names: ReturnType<typeof createNames>,
): { enterprises: SeedEnterprise[]; people: SeedPerson[] } => {
  const random = createRandom(3308)
  const enterprises: SeedEnterprise[] = []
  const people: SeedPerson[] = []
  for (let number = 1; number <= COUNT; number += 1) {
    const principal = names()
    const enterprise = seedEnterprise(number, principal.name, random)
    enterprises.push(enterprise)
    if (number > ENTERPRISES_WITH_ACCOUNTS) continue
    const { id, region } = enterprise
    const office = enterpriseOffice(id)
    people.push(
      seedPerson(`${id}.principal`, principal, id, [
        { office, role: 'enterprise-principal', region },
      ]),
      seedPerson(`${id}.safety`, names(), id, [{ office, role: 'enterprise-safety', region }]),
    )
  }
  return { enterprises, people }
}

function seedEnterprise(number: number, principal: string, random: Random): SeedEnterprise {
  const region = counties[(number - 1) % counties.length] ?? '330802'
  const [place, placeInitials] = places[region] ?? ['衢州', 'qz']
  // 16 × 19 pairs: walking along both lists at once meets each pair once, as they have no common divisor.
  const [first, firstInitials] = firstWords[number % firstWords.length] ?? firstWords[0]
  const [second, secondInitials] = secondWords[number % secondWords.length] ?? secondWords[0]
  const [trade, tradeInitials, industry] = random.pick(trades)
  return {
    id: `e${String(number).padStart(3, '0')}`,
    code: creditCode('91', inventedAuthority(region), `MA${290_000 + number * 7}`),
    name: `${place}${first}${second}${trade}有限公司`,
    pinyin: `${placeInitials}${firstInitials}${secondInitials}${tradeInitials}yxgs`,
    region,
    industry,
    address: `${regions[region].name.zh}${random.pick(roads)}${1 + random.below(199)}号`,
    principal,
  }
}
