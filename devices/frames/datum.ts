// Which place on the earth do Chinese map coordinates mean?
import gcoord from 'gcoord'

type Place = { lon: number; lat: number }

const { GCJ02, WGS84, transform } = gcoord

/** GCJ-02 (the shifted datum of Chinese web maps) to WGS 84, to better than a metre; outside China nothing is shifted. */
export const fromGcj02 = ({ lon, lat }: Place): Place =>
  placeOf(transform([lon, lat], GCJ02, WGS84))

export const toGcj02 = ({ lon, lat }: Place): Place => placeOf(transform([lon, lat], WGS84, GCJ02))

const placeOf = ([lon = 0, lat = 0]: number[]): Place => ({ lon, lat })
