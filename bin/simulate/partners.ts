// Which made-up neighbours does the demo have, and which cameras do they show?

/** Its port is kept under this name in the data folder. */
export const partners = {
  name: 'demo-partners',
  secret: 'only for the made-up neighbours of the demo',
}

const number = (region: string, n: number): string =>
  `${region}00001310${String(n).padStart(6, '0')}`
const camera = (
  n: number,
  name: string,
  region: string,
  enterprise: string | null,
  lon: number,
  lat: number,
) => ({
  id: number(region, n),
  name: `演练·${name}`,
  region,
  enterprise,
  lon,
  lat,
})

/** Invented, as the sites are at which they look. */
export const cameras = [
  camera(1, '聚合装置东南角', '330802', 'e001', 118.8721, 28.9679),
  camera(2, '丙烯罐区北侧', '330802', 'e001', 118.8712, 28.969),
  camera(3, '园区一号门', '330802', null, 118.8688, 28.9701),
  camera(4, '二号企业装卸区', '330803', 'e002', 118.945, 28.952),
  camera(5, '消防通道高点', '330803', null, 118.941, 28.9555),
  camera(6, '青石水库坝顶', '330822', null, 118.5102, 28.9203),
]
