import { provinceTable } from '#domain/calendar/province-table';
import type { Zone } from '#domain/calendar/zones';

export const provinces: readonly string[] = provinceTable.map(({ province }) => province);

/** Throws for other names than those 38: `parseProvince` reads what people write. */
export function zoneOf(province: string): Zone {
  const zone = zoneByProvince.get(province);
  if (!zone) throw new Error(`"${province}" is not the name of a province; one is "Jawa Tengah".`);
  return zone;
}

/** The official name for what people write (`Jateng`, `Prov. D.I. Yogyakarta`), or null. */
export const parseProvince = (text: string): string | null =>
  provinceByAlias.get(simplified(text)) ?? null;

const zoneByProvince: ReadonlyMap<string, Zone> = new Map(
  provinceTable.map(({ province, zone }) => [province, zone]),
);

const aliases: Readonly<Record<string, readonly string[]>> = {
  Aceh: ['nad', 'nanggroe aceh darussalam'],
  'Sumatera Utara': ['sumut'],
  'Sumatera Barat': ['sumbar'],
  'Kepulauan Riau': ['kepri'],
  'Sumatera Selatan': ['sumsel'],
  'Kepulauan Bangka Belitung': ['babel', 'bangka belitung'],
  'DKI Jakarta': [
    'dki',
    'jakarta',
    'dkj',
    'daerah khusus jakarta',
    'daerah khusus ibukota jakarta',
  ],
  'Jawa Barat': ['jabar'],
  'Jawa Tengah': ['jateng'],
  'DI Yogyakarta': ['diy', 'yogyakarta', 'jogja', 'jogjakarta', 'daerah istimewa yogyakarta'],
  'Jawa Timur': ['jatim'],
  'Kalimantan Barat': ['kalbar'],
  'Kalimantan Tengah': ['kalteng'],
  'Kalimantan Selatan': ['kalsel'],
  'Kalimantan Timur': ['kaltim'],
  'Kalimantan Utara': ['kaltara'],
  'Nusa Tenggara Barat': ['ntb'],
  'Nusa Tenggara Timur': ['ntt'],
  'Sulawesi Utara': ['sulut'],
  'Sulawesi Tengah': ['sulteng'],
  'Sulawesi Barat': ['sulbar'],
  'Sulawesi Selatan': ['sulsel'],
  'Sulawesi Tenggara': ['sultra'],
  'Maluku Utara': ['malut'],
};

/** Letters only. "Sumatra" and "Sumatera" are both in use. */
const simplified = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^\s*prov(insi)?\b/, '')
    .replace(/[^a-z]/g, '')
    .replace('sumatra', 'sumatera');

const provinceByAlias: ReadonlyMap<string, string> = new Map(
  provinces.flatMap((province) =>
    [province, ...(aliases[province] ?? [])].map((alias) => [simplified(alias), province] as const),
  ),
);
